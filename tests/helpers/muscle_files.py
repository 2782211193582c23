"""The two muscle groups of the tiny catalogue."""

TRAPEZIUS = """\
id: upper-trapezius
name: "Top-of-shoulder muscle"
clinical_name: "Upper trapezius"
also_called: [shoulder shrugger]
area: neck
evidence_regions: [neck]
near_lung: true
muscles:
  - id: trapezius-descending
    name: "Trapezius, upper part"
    latin: "Musculus trapezius, pars descendens"
    fma: {left: [FMA33587], right: [FMA33586]}
    action: "Lifts the shoulder."
    origin: "Nuchal ligament"
    insertion: "Clavicle"
    nerve: "Accessory nerve"
    action_clinical: "Elevates the scapula"
    depth: superficial
summary: "It lifts your shoulder."
key_messages: ["It gets tight.", "Needling may ease pain.", "The lung is near."]
does: "It holds your arm."
felt: "You feel it at the neck."
zones: [neck.side, head.temple]
patients_say: ["I can't turn my head", "My neck is stiff"]
benefits:
  - {id: pain-relief, reason: "It is often sore, and that may ease."}
conditions: [neck-pain]
precautions:
  - {text: "The lung is near. The needle stays clear of it.", structure: "Lung", clinical: "Stays clear"}
red_flags: []
self_care: ["Roll your shoulders."]
trigger_points:
  - id: trapezius-1
    muscle: trapezius-descending
    site: "Front edge of the upper part"
    place: "on top of your shoulder"
    primary: [neck.side]
    spillover: [head.temple]
    felt: "You may feel it in the neck. Sometimes also in the temple."
    references: [smith-2020]
    verified: true
treatment: ["You lie on your side.", "The skin is cleaned.", "You feel a small prick.", "It may ache."]
before: ["Tell us if you are ill.", "Eat a little."]
after: ["Move your neck.", "Get help if you lack breath."]
teach_back:
  - {question: "When do you get help?", answer: "I get help if I lack breath."}
  - {question: "What may it do?", answer: "It may ease pain."}
practitioner:
  needling_notes: ["Side-lying, pincer palpation."]
  talking_points: ["Say that it may ease pain.", "Ask what matters most."]
  evidence_notes:
    - {text: "One trial found less pain (MD -2.31 cm).", references: [smith-2020], verified: true}
"""

JAW = """\
id: jaw
name: "Jaw muscles"
clinical_name: "Masticatory muscles"
also_called: []
area: head
evidence_regions: [jaw]
near_lung: false
muscles:
  - id: masseter
    name: "Masseter"
    latin: "Musculus masseter"
    action: "Closes the jaw."
    origin: "Zygomatic arch"
    insertion: "Mandible"
    nerve: "Masseteric nerve"
    action_clinical: "Elevates the mandible"
    depth: superficial
  - id: medial-pterygoid
    name: "Medial pterygoid"
    latin: "Musculus pterygoideus medialis"
    also_called: [internal pterygoid]
    action: "Closes the jaw."
    origin: "Pterygoid plate"
    insertion: "Mandible"
    nerve: "Nerve to medial pterygoid"
    action_clinical: "Elevates the mandible"
    depth: deep
summary: "They close your mouth."
key_messages: ["They get tight."]
does: "They let you chew."
felt: "You feel them at the cheek."
zones: [face.jaw]
patients_say: ["My jaw clicks"]
benefits:
  - {id: range-of-motion, reason: "It is often stiff."}
  - {id: pain-relief, reason: "It is often sore."}
conditions: [jaw-pain]
precautions:
  - {text: "A nerve is near.", structure: "Facial nerve", clinical: "Stays clear"}
red_flags: ["New jaw pain with effort: get help."]
self_care: ["Keep your teeth apart."]
review_due: "2098-01-31"
trigger_points:
  - id: masseter-1
    muscle: masseter
    also_muscles: [medial-pterygoid]
    site: "Upper superficial part"
    place: "under your cheekbone"
    primary: [face.jaw]
    spillover: []
    side: both
    felt: "You may feel it in your jaw."
    references: []
    verified: false
treatment: ["You lie on your back.", "The cheek is cleaned.", "You feel a prick.", "The jaw may ache."]
before: ["Tell us of any implants.", "Eat a little first."]
after: ["Choose soft food.", "Open your mouth gently."]
teach_back:
  - {question: "What may twitch?", answer: "My jaw may twitch."}
  - {question: "What do I eat?", answer: "I choose soft food."}
practitioner:
  needling_notes: ["Supine, flat palpation."]
  talking_points: ["It is one part of the plan.", "Teeth and ear are checked first."]
  evidence_notes: []
"""
