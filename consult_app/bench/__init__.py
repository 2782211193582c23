"""Measures the program: how fast it starts and answers, what it takes while it runs, what it costs at rest.

Every figure comes from a process of its own, so that none pays for another, and stands beside its
baseline from the same run: the same thing done by a bare Qt window, or by the plainest code there is.

What each figure is:

* **start-up**: the whole life of a process that ends at its first complete frame, started by the words of
  the command line. It takes turns with a bare window of one label that is as large; the ratio is the median
  over the pairs, so a busy moment of the machine meets both. Ending is hard (``os._exit``): nobody waits
  for a window to be taken down.
* **tap**: press to painted answer, wall clock, by mouse events that Qt sends on to the figure itself.
* **turning**: for each frame the time that the program is at work; waiting for the next frame is no work.
* **search**: each key of typing names, complaints and misspelt names, letter by letter.
* **loading**: the catalogue from YAML, and from its compiled copy.
* **memory**: the process' share of memory (PSS) after a look at every plate; RSS where there is no PSS.
* **idle**: processor time, and how often a sleeping thread woke, of a still window.
* **growth**: memory that is no file's copy, from a first part of many random taps, which fill the caches, to
  the last tap, in Qt's own event loop. In full this takes the most time: half an hour on two slow cores.

Caches lie in a temporary folder that one start has warmed; the person's own are not touched. What does lie
elsewhere is Python's compiled modules (``__pycache__`` beside the sources): the program is slower without, so
the warming start writes them where it may, as any start does. For the same reason ``PYTHONDONTWRITEBYTECODE``
is not handed on. Where the program's folder is read-only and holds none, start-up is slow and says so.
"""
