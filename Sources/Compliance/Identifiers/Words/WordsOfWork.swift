/// Words by which work and employers are known.
extension Words {
    /// What somebody does or has who works.
    static let works: Set<String> = Set(
        DateWords.words(
            """
            works worked working work job employed employment retired retirement retiring drives drove teaches
            taught manages managed runs ran owns owned operates operated delivers delivered coaches coached
            coworker coworkers colleague colleagues supervisor boss hired laid payroll shift shifts foreman
            career clerked cooks cooked cleans waitressed bartends tends filing bookkeeping stocks stocked welds
            guards lectured lectures serves volunteers volunteered crew union employee duty sells sold sewed
            sews repairs repaired fixes nurses nursed directs directed dispatches dispatched supervises
            supervised hauls hauled farmed mined logged fished crabbed shucked tutors tutored bakes baked
            founded co-owns co-owned staffed
            """))

    /// Who works, before "at" and "for".
    static let trades: Set<String> = Set(
        DateWords.words(
            """
            driver clerk teller nurse teacher engineer manager mechanic welder cashier accountant cook chef
            baker waitress waiter server custodian janitor carpenter plumber electrician machinist operator
            technician hygienist librarian secretary receptionist bookkeeper salesman saleswoman attorney lawyer
            paralegal butcher barber hairdresser stylist farmer rancher miner logger fisherman pilot firefighter
            officer guard dispatcher foreman supervisor superintendent principal professor instructor coach aide
            paraeducator housekeeper landscaper gardener painter roofer mason programmer developer analyst
            editor reporter journalist pharmacist dentist veterinarian bartender barista buyer agent broker
            assembler inspector conductor longshoreman crabber deckhand millwright pipefitter ironworker lineman
            surveyor architect designer seamstress tailor usher deacon organist choir postmaster carrier stocker
            loader picker packer hostess host merchandiser salesperson realtor contractor apprentice intern
            trainer ranger warden sexton sacristan caterer florist jeweler printer weaver potter fitter rigger
            crane teamster trucker courier messenger auditor actuary banker underwriter adjuster scientist
            chemist biologist researcher nanny paramedic groom handler manicurist beautician bailiff sheriff
            deputy trooper soldier sailor marine
            """))

    /// What firms are called by.
    static let firms: Set<String> = Set(
        DateWords.words(
            """
            co inc llc corp company corporation industries foods farms dairy bakery supply motors mills
            elevators elevator construction trucking freight hardware lumber college university school
            elementary academy bank railroad steel electric plumbing co-op coop church diner cafe restaurant
            abstract title realty insurance dental library museum works paper packing cannery marine logistics
            brothers sons market grocery cooperative mercantile towing packers growers orchards orchard
            vineyards winery brewery roofing paving excavating drywall foundry tool machine castings welding
            fabrication textiles hosiery furniture upholstery canvas outfitters seafood fisheries shucking
            nursery feed seed grain implement equipment rentals cleaners jewelers florist printing herald
            gazette broadcasting utilities preschool daycare montessori parish ministries shipyard boatworks
            charters tours studios gallery foundation airlines airways airport pharmacy tavern grill inn motel
            casino resort lanes garage bakers butchers tailors realtors partners agency enterprises holdings
            technologies systems solutions manufacturing mfg chemical plastics glass concrete gravel quarry mine
            mining coal gas oil petroleum energy ranch stables kennels cooperage distillery creamery meats
            poultry fish produce nurseries landscaping
            """))

    /// What firms and everyday places are both called by.
    static let sites: Set<String> = Set(
        DateWords.words(
            """
            plant factory shop store authority department district services service center centre station depot
            terminal port mill farm hotel theater theatre society press post news radio office laundry salon
            transit group club yard hall city schools
            """))
}
