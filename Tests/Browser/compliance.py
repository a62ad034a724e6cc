"""Therapy notes about people who do not exist, and what a test does with them."""

import io
import zipfile

from server import eventually

BASE = "/api/v1/compliance"

# Faults: 25 + 20 timed minutes are three units, and four are billed; the left knee of a right knee replacement.
TREATMENT = """PHYSICAL THERAPY DAILY TREATMENT NOTE
Patient: Orla Quenby          DOB: 02/03/1950        MRN: 5520917
Date of service: 03/12/2025  Visit 4                Payer: Medicare Part B

Treatment diagnosis: right total knee arthroplasty, difficulty walking (Z96.651, R26.2)

S: Ms. Quenby came with her son Piet. Stairs are easier, pain 3/10.

O: Therapeutic exercise for terminal knee extension; load raised after the last set showed no compensation. Manual therapy: patellar
glides. Verbal and tactile cueing for step-ups, corrected with a mirror; control improved on the last set. Flexion 104 degrees (98 before).

97110 Therapeutic exercise 25 min, 2 units GP
97140 Manual therapy 20 min, 2 units GP
Total timed minutes: 45
Total treatment time: 45 minutes

A: Responded to cueing. Swelling of the affected left knee is less. <b>Goal</b>: walk <img src=x onerror=alert(1)> 300 ft without a cane.

P: Continue, progress to 20 cm steps.

Tomas Reyle, PT, DPT  03/12/2025
"""

EVALUATION = """PHYSICAL THERAPY EVALUATION AND PLAN OF CARE
Patient: Orla Quenby          DOB: 02/03/1950        MRN: 5520917
Date of evaluation: 03/03/2025

Treatment diagnosis: difficulty walking after right total knee arthroplasty on 02/14/2025 (R26.2, Z96.651)
Prior level of function: walked one mile outdoors without a device and climbed stairs alone before the operation.
Berg Balance Scale 41/56. Timed Up and Go 17.2 s. Right knee flexion 88 degrees.

Long-term goals:
1. Walk 600 ft outdoors without a device in 8 weeks in order to shop alone (now 150 ft with a cane).
2. Climb 12 stairs with one rail, independent, within 8 weeks (now 4 stairs with minimal assistance).

Plan: physical therapy 2 times a week for 8 weeks, one session a day: therapeutic exercise, gait training, manual therapy.
Rehabilitation potential is good. The skills of a therapist are needed to judge gait deviations and to progress load safely.

Tomas Reyle, PT, DPT  03/03/2025
"""


def add(server, text=TREATMENT, name="Treatment note", episode=None, headers=None, **options):
    """A note that is checked."""
    return server.post(f"{BASE}/documents", {
        "name": name, "text": text, "episode": episode,
        "options": {"discipline": None, "type": None, "asOf": None, "strict": False, **options}}, headers=headers)


def ready(server, note, headers=None):
    """The note once it has a report."""
    def look():
        now = server.get(f"{BASE}/documents/{note}", headers=headers)
        assert now["state"] != "failed", (now["errorCode"], now["message"])
        return now if now["state"] == "ready" else None

    return eventually(look, seconds=60, every=0.2)


def episode(server, label, notes):
    """An episode of these notes."""
    made = server.post(f"{BASE}/episodes", {"label": label})["id"]
    for note in notes:
        status, answer = server.call("PATCH", f"{BASE}/documents/{note}", {"episode": made})
        assert status == 200, answer
    return made


def archive(files):
    """A ZIP of files (name → text)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return out.getvalue()


def finding(page, rule):
    """The card of a rule's finding on the note page."""
    return page.locator(".finding").filter(has=page.locator(f"[data-manual='{rule}']"))


def lit(page):
    """Words of the note that are lit for the chosen finding."""
    return page.locator(".words[data-lit]")
