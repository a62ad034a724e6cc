import Kernel

/// Names of people who do not exist: given and family names are drawn apart, from many languages.
enum SampleNames {
    static let given = [
        "Aisha", "Chloé", "Dáithí", "Zoë", "Łukasz", "Mei", "Oluwaseun", "Priya", "José", "Anaïs", "Søren", "Nkechi",
        "Yuki",
        "Fatima", "Björn", "Siobhán", "Rhys", "Ngozi", "Hana", "Mateo", "Ines", "Kwame", "Leila", "Tomasz", "Eilidh",
        "Arjun",
        "Noémie", "Omar", "Ayşe", "Ivan", "Freya", "Callum", "Zainab", "Thảo", "Minh", "Sofía", "Emre", "Gwen",
        "Harriet", "Idris",
        "Jürgen", "Katarzyna", "Liam", "Maryam", "Niamh", "Oksana", "Pedro", "Qian", "Ruairí", "Sanjay", "Tamar",
        "Ukamaka",
        "Vikram", "Wen", "Ximena", "Yusuf", "Zsófia", "Amélie", "Bronagh", "Ciarán", "Deepa", "Elżbieta", "Farah",
        "Giulia",
        "Héctor", "Isla", "Jakub", "Kofi", "Lucía", "Márton", "Nadia", "Oisín", "Paulo", "Rosalind", "Stellan", "Tariq",
        "Una",
        "Václav", "Winifred", "Yetunde", "Adwoa", "Benedikt", "Cerys", "Dimitra", "Esther", "Florian", "Grace", "Hugo",
        "Ji-woo",
        "Kamala", "Lars", "Malika", "Nils", "Orla",
    ]

    static let family = [
        "Khan", "Núñez", "de Souza", "O’Neill", "Brontë-Hale", "Ångström", "Zhou", "Abe", "Okonkwo", "Larsen", "Müller",
        "Kowalczyk", "Nguyễn", "Adeyemi", "García", "Lefèvre", "Smith-Okafor", "Van der Berg", "Ó Súilleabháin",
        "MacLeod",
        "Fernández", "Çelik", "Ivanova", "Sørensen", "Björk", "Takahashi", "Patel", "Das", "Mensah", "Costa", "Rossi",
        "Novák",
        "Szabó", "Popescu", "Haddad", "Cohen", "Levi", "Andersson", "Virtanen", "Kim", "Park", "Tran", "Li", "Wang",
        "Chen",
        "Evans", "Pritchard", "Hughes", "Campbell", "Gallagher", "Byrne", "Whitfield", "Ashworth", "Thackeray",
        "Marlowe",
        "Pemberton", "Fairbairn", "Linwood", "Okoro", "Balogun", "Diallo", "Traoré", "Mwangi", "Otieno", "Tesfaye",
        "Abebe",
        "Hussain", "Chowdhury", "Rahman", "Iyer", "Kaur", "Banerjee", "Wickramasinghe", "Perera", "Santos", "Oliveira",
        "Gonçalves", "Moreau", "Dubois", "Schäfer", "Weiß", "Hofstetter", "Jansen", "Visser", "Petrović", "Horvat",
        "Dimitrov",
        "Papadakis", "Yılmaz", "Öztürk", "Karimi", "Nazari", "Aziz", "Saleh", "Mansour", "Ferreira", "Quispe", "Mamani",
        "Villanueva", "Reyes", "Tanaka", "Suzuki", "Watanabe", "Kelly", "Nic Dhonnchadha", "ap Gwilym", "Lindqvist",
        "Sigurðsson",
    ]

    /// Distinct pairs, in an order of its own for each seed.
    static func pairs(_ count: Int, using random: inout SeededRandom) -> [(given: String, family: String)] {
        let total = given.count * family.count
        let chosen = Array(0..<total).shuffled(using: &random).prefix(count)
        return chosen.map { (given[$0 % given.count], family[$0 / given.count]) }
    }
}
