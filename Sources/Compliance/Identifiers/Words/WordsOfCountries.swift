extension Words {
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
