"""What a person chooses, in the figure, the list, the search field or the page, becomes the consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from consult_app.consultation import PAIN_MAP, Selection, Topic
from consult_app.gui.topics import groups_of

if TYPE_CHECKING:
    from consult_app.canvas.figure_view import FigureView
    from consult_app.consultation import BodySide, TopicKind
    from consult_app.content.records import Catalogue
    from consult_app.content.search import Hit
    from consult_app.gui.chooser import Chooser
    from consult_app.gui.consultation_model import ConsultationModel
    from consult_app.gui.explanation_panel import ExplanationPanel
    from consult_app.gui.figure_pane import FigurePane
    from consult_app.gui.group_list import GroupList
    from consult_app.gui.search_box import SearchBox
    from consult_app.gui.window_content import WindowContent


class Choices(QObject):
    """Carries out choices, turning the figure to where the chosen can be seen."""

    def __init__(
        self,
        window: QObject,
        catalogue: Catalogue,
        pane: FigurePane,
        chooser: Chooser,
        model: ConsultationModel,
    ) -> None:
        super().__init__(window)
        self._catalogue, self._pane, self._chooser, self._model = catalogue, pane, chooser, model

    def use(self, content: WindowContent) -> None:
        """Take another catalogue."""
        self._catalogue = content.catalogue

    def follow(
        self,
        figure: FigureView,
        chooser: Chooser,
        group_list: GroupList,
        search: SearchBox,
        panel: ExplanationPanel,
    ) -> None:
        """Carry out what is chosen in these parts of the window."""
        figure.region_activated.connect(self._on_region_activated)
        chooser.region_chosen.connect(self._on_region_activated)
        group_list.group_chosen.connect(self._on_group_chosen)
        group_list.muscle_chosen.connect(self.choose_muscle)
        search.hit_chosen.connect(self._on_hit_chosen)
        panel.link_followed.connect(self._on_link_followed)

    def select(self, group: str, side: BodySide | None = None, muscle: str | None = None) -> None:
        """Explain a group, turning and peeling the figure where what is in sight does not show it."""
        self._chooser.dismiss()
        view = self._pane.best_for(Selection(group, side, muscle))
        if view is not None:
            self._pane.figure.fit()  # what was near here is elsewhere there
        self._model.select(group, side, muscle, view)

    def choose_topic(self, kind: TopicKind, topic_id: str) -> None:
        """Light the groups of a benefit, condition, body area or pain zone."""
        self._chooser.dismiss()
        topic = Topic(kind, topic_id)
        groups = [group.id for group in groups_of(self._catalogue, topic)]
        view = self._pane.best_for_groups(groups)
        if topic == PAIN_MAP:  # it is drawn on the skin
            view = self._model.now.viewpoint._replace(layer="superficial")
        self._model.choose_topic(kind, topic_id, view)

    @Slot(str, str)
    def choose_muscle(self, group: str, muscle: str) -> None:
        """Explain one muscle of a group, on the side that is chosen already."""
        now = self._model.now.selection
        self.select(group, now.side if now is not None and now.group == group else None, muscle)

    @Slot(str)
    def _on_region_activated(self, region_id: str) -> None:
        region = self._pane.atlas.region_by_id[region_id]
        side: BodySide | None = region.side if region.side != "midline" else None
        self._chooser.dismiss()
        # What was touched is in sight: there is no need to turn.
        self._model.select(region.group, side, region.muscle)

    @Slot(str)
    def _on_group_chosen(self, group: str) -> None:
        self.select(group)

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit) -> None:
        if hit.kind == "group" or hit.kind == "muscle":
            self.select(hit.groups[0], None, hit.id if hit.kind == "muscle" else None)
        else:
            self.choose_topic(hit.kind, hit.id)

    @Slot(str, str)
    def _on_link_followed(self, kind: str, target: str) -> None:
        if kind == "group":
            group, _, side = target.partition("/")
            self.select(group, cast("BodySide", side) if side else None)
        elif kind == "muscle":
            self.choose_muscle(*target.split("/"))
        elif kind == "plan":
            self.select(*self._model.now.plan[int(target)].selection)
        else:
            self.choose_topic(cast("TopicKind", kind), target)
