/** A made-up note to try: nobody in it exists. One of its faults is in the units, one in the plan. */
export const SAMPLE_NAME = "Sample treatment note";
export const SAMPLE_NOTE = `PHYSICAL THERAPY DAILY TREATMENT NOTE
Harbor Road Outpatient Rehab, 12 Harbor Road, Astoria, OR 97103

Patient: Marisol Quintero        DOB: 04/12/1951      MRN: 4471902
Date of service: 03/11/2025      Visit 6 of 16        Payer: Medicare Part B
Referring provider: Dana Whitlock, MD

Diagnosis: right total knee arthroplasty, difficulty walking (Z96.651, R26.2)

S: Ms. Quintero came with her daughter Ines. Reports the stairs at home are easier since Friday. Pain 3/10 at rest, 5/10 on stairs.

O: Gait training not performed today. Therapeutic exercise for right knee extension and quadriceps control; resistance raised because
the last set showed no compensation. Manual therapy: patellar glides and scar mobilisation. Verbal and tactile cueing for
terminal knee extension in step-ups, corrected with a mirror. Knee flexion 102 degrees (96 last visit). Step-ups 15 cm, 2 x 10.

97110 Therapeutic exercise  25 min   2 units GP
97140 Manual therapy        20 min   2 units GP
Total timed minutes: 45     Total treatment time: 45 minutes

A: Responded to cueing with better control on the last set. Swelling of the affected left knee is down.

P: Continue as planned, progress to 20 cm steps.

T. Okafor, DPT   03/11/2025
`;
