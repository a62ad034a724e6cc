import Kernel

/// Names of people who do not exist: given and family names are drawn apart, from many languages. `Null` and `Na` are
/// real family names, which software likes to take for "missing".
enum SampleNames {
    static let given = [
        "Adaeze", "Ahmed", "Alys", "Amina", "Anneliese", "Aoife", "Bastien", "Beatriz", "Chidi", "Dafydd", "Danuta",
        "Ebru", "Eleni", "Émile", "Farid", "Gráinne", "Gudrún", "Hafsa", "Haruto", "Ilse", "Imogen", "Jaswinder",
        "Jiří", "Kateryna", "Khadija", "Lwazi", "Maëlle", "Mairi", "Małgorzata", "Manuel", "Mirembe", "Nanami", "Nuno",
        "Ólafur", "Padma", "Quynh", "Rasheed", "Renée", "Rhiannon", "Sadia", "Seán", "Shreya", "Şirin", "Tadhg",
        "Temitope", "Thandiwe", "Ulrike", "Valentín", "Wei", "Xiulan", "Yevhen", "Zeynep", "Zuzana",
    ]

    static let family = [
        "Abernathy", "Achterberg", "Ali", "Appiah", "Ağaoğlu", "Bianchi", "Bjarnason", "Çakır", "Chukwu", "Čapek",
        "D’Angelo", "da Cunha", "Dlamini", "Eze", "Fashola", "Featherstone", "Gill", "Goh", "Grønland", "Hassan",
        "Hernández", "Hoàng", "Ito", "Jankowski", "Joshi", "Kariuki", "Kaya", "Kovács", "Kumar", "Lê", "MacAllister",
        "McGrath", "Mbeki", "Melnyk", "Na", "Nkosi", "Null", "Ó Briain", "Olaniyan", "Peña", "Prentice", "Qureshi",
        "Rao", "Rees-Jones", "Sá", "Shevchenko", "Singh", "Sithole", "Strömberg", "Tengku", "Thomson, Jr", "Uchida",
        "van Dijk", "Vasquez", "Wójcik", "Xu", "Yeboah", "Zimmermann", "Żak", "Åkesson",
    ]

    static let advisers = [
        "Dr Hartley", "Prof Ndlovu", "Dr Wisniewska", "Ferrante, Dr L", "Dr O’Dowd", "Dr Chatterjee", "Prof Haugen",
    ]

    /// Distinct pairs, in an order of its own for each seed.
    static func pairs(_ count: Int, using random: inout SeededRandom) -> [(given: String, family: String)] {
        let total = given.count * family.count
        let chosen = Array(0..<total).shuffled(using: &random).prefix(count)
        return chosen.map { (given[$0 % given.count], family[$0 / given.count]) }
    }
}
