extension Words {
    /// States, the district and territories: they stay.
    static let states: Set<String> = [
        "alabama", "al", "alaska", "ak", "arizona", "az", "arkansas", "ar", "california", "ca", "colorado", "co",
        "connecticut", "ct",
        "delaware", "de", "florida", "fl", "georgia", "ga", "hawaii", "hi", "idaho", "id", "illinois", "il", "indiana",
        "in", "iowa",
        "ia", "kansas", "ks", "kentucky", "ky", "louisiana", "la", "maine", "me", "maryland", "md", "massachusetts",
        "ma", "michigan",
        "mi", "minnesota", "mn", "mississippi", "ms", "missouri", "mo", "montana", "mt", "nebraska", "ne", "nevada",
        "nv",
        "new hampshire", "nh", "new jersey", "nj", "new mexico", "nm", "new york", "ny", "north carolina", "nc",
        "north dakota", "nd",
        "ohio", "oh", "oklahoma", "ok", "oregon", "or", "pennsylvania", "pa", "rhode island", "ri", "south carolina",
        "sc",
        "south dakota", "sd", "tennessee", "tn", "texas", "tx", "utah", "ut", "vermont", "vt", "virginia", "va",
        "washington", "wa",
        "west virginia", "wv", "wisconsin", "wi", "wyoming", "wy", "district of columbia", "dc", "puerto rico", "pr",
        "guam", "gu",
        "vi", "as", "mp",
    ]

    /// Not smaller than a state.
    static let countries: Set<String> = [
        "mexico", "canada", "india", "china", "cuba", "peru", "chile", "spain", "france", "germany", "italy", "poland",
        "russia",
        "ukraine", "japan", "korea", "vietnam", "philippines", "england", "ireland", "scotland", "jamaica", "haiti",
        "brazil",
        "colombia", "ecuador", "panama", "lebanon", "iran", "iraq", "egypt", "somalia", "ethiopia", "nigeria", "kenya",
        "europe",
        "asia", "africa", "america", "usa", "puerto rico", "greece", "israel", "jordan", "turkey", "norway", "sweden",
        "florida",
    ]
}
