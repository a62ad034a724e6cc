extension CheckTable {
    static let plan: [String: any RuleCheck] = [
        "pair": PairCheck(),
        "diagnosis": DiagnosisCheck(),
        "long-term-goals": LongTermGoalsCheck(),
        "measurable-goals": MeasurableGoalsCheck(),
        "functional-goals": FunctionalGoalsCheck(),
        "goal-status": GoalStatusCheck(),
        "plan-frequency": FrequencyCheck(),
        "plan-duration": DurationCheck(),
        "certifiable-length": CertifiableLengthCheck(),
        "certification-evidence": CertificationEvidenceCheck(),
        "timely-certification": TimelyCertificationCheck(),
        "eligible-certifier": EligibleCertifierCheck(),
        "verbal-certification": VerbalCertificationCheck(),
        "baseline-measures": BaselineMeasuresCheck(),
        "compared-measures": ComparedMeasuresCheck(),
        "plateau": PlateauCheck(),
        "clinician-signature": ClinicianSignatureCheck(),
        "report-period": ReportPeriodCheck(),
        "diet-level": DietLevelCheck(),
    ]
}
