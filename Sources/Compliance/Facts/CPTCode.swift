/// Which five digits are a procedure that therapists bill. What a code means for units is data of the rule pack.
package enum CPTCode {
    private static let ranges: [ClosedRange<Int>] = [
        97010...97039, 97110...97168, 97530...97552, 97597...97610, 97750...97799, 92502...92700, 95851...95852,
        95992...95992, 96105...96127,
        90901...90913, 98970...98981, 29125...29584, 64550...64550, 20560...20561, 97169...97172, 97129...97130,
    ]

    package static func isKnown(_ code: Int) -> Bool {
        ranges.contains { $0.contains(code) }
    }

    /// Discipline (GP, GO, GN), assistant (CQ, CO), threshold (KX) and what else stands behind therapy codes.
    package static let modifiers: Set<String> = [
        "GP", "GO", "GN", "CQ", "CO", "KX", "GA", "GX", "GY", "GZ", "XS", "XE", "XP", "XU", "RT", "LT",
    ]

    static let states: Set<String> = [
        "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la",
        "me", "md", "ma", "mi", "mn",
        "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa", "ri", "sc", "sd",
        "tn", "tx", "ut", "vt", "va",
        "wa", "wv", "wi", "wy", "dc", "pr",
    ]
}

/// What services are called in notes that bill by name.
enum ServiceNames {
    static let table = CueTable<String>([
        (["therapeutic exercise", "therapeutic exercises", "ther ex", "therex", "ther-ex", "there ex", "TE"], "97110"),
        (
            [
                "neuromuscular reeducation", "neuromuscular re-education", "neuro re-ed", "neuro reed",
                "neuro re-education", "NMR", "NMRE", "neuro re ed",
            ], "97112"
        ),
        (["gait training"], "97116"),
        (["manual therapy", "manual tx", "MT", "manual techniques"], "97140"),
        (["therapeutic activities", "therapeutic activity", "ther act", "theract", "ther-act", "TA"], "97530"),
        (
            [
                "self-care training", "self care training", "self care/home management", "self-care/home management",
                "ADL training", "self-care",
            ], "97535"
        ),
        (["aquatic therapy", "aquatics"], "97113"),
        (["ultrasound"], "97035"),
        (["attended e-stim", "attended electrical stimulation"], "97032"),
        (["wheelchair management", "wheelchair training"], "97542"),
        (["orthotic training", "orthotic management"], "97760"),
        (["prosthetic training"], "97761"),
        (["physical performance test"], "97750"),
    ])
}
