import Language

/// Words of everyday and lecturers' English. They are never taken for a misheard term.
enum CommonWords {
    static func contains(_ word: Word) -> Bool { word.isStop || word.hasDigit || stems.contains(word.stem) }

    /// Compared by stems, so that `explained` and `explains` need no line of their own.
    private static let stems: Set<String> = Set(
        text.split(whereSeparator: \.isWhitespace).map { PorterStemmer.stem(String($0)) })

    private static let text = """
        able absence absent absolute abstract accept access accident accord account accurate achieve acid act action active \
        activity actual acute add addition address adequate adjust admit adopt adult advance advantage advice advise affair \
        affect afford afraid afternoon age agency agent agree agreement ahead aid aim air alive allow alone alter amaze amount \
        ancient angle angry animal announce annual answer anxious apart apparent appeal appear apple application apply appoint \
        approach appropriate approve argue argument arise arm army arrange arrive art article aside ask aspect assess assign \
        assist associate assume assure attach attack attempt attend attention attitude attract audience author authority \
        automatic available average avoid award aware awful baby back background bad balance ball band bank bar base basic \
        basis bath battle beach bear beat beautiful beauty become bed bedroom begin behave behaviour behavior belief believe \
        belong benefit best better big bill bind bird birth bite black blame blank bleed block blood blow blue board boat body \
        bone book border bore born borrow boss bottle bottom bound bowl box boy brain branch bread break breakfast breast \
        breath breathe bridge brief bright bring broad brother brown brush budget build burden burn bus business busy butter \
        button buy cable cake calculate call calm camera camp campaign cancel cancer candidate capable capacity capital car \
        card care career careful carry case cash cast cat catch category cause cease cell cent center central centre century \
        certain chain chair challenge chance change channel chapter character characteristic charge chart cheap check chemical \
        chest chief child childhood children choice choose church circle circumstance citizen city civil claim class classic \
        classroom clean clear clever client climb clinic clinical clock close cloth clothes cloud club coach coast coat code \
        coffee cold collapse collar colleague collect collection college colour color column combine come comfort command \
        comment commercial commit committee common communicate community company compare comparison compete complain complete \
        complex complicate component compose comprehensive computer concentrate concept concern conclude condition conduct \
        confident confirm conflict confuse connect conscious consequence consider consist consistent constant construct \
        consult consume contact contain contemporary content contest context continue contract contrast contribute control \
        convention conversation convert convince cook cool cope copy core corner correct cost cough council count counter \
        country county couple courage course court cousin cover craft crash create creature credit crime crisis criterion \
        critical cross crowd crucial cry culture cup cure curious current curtain curve custom customer cut cycle dad daily \
        damage dance danger dark data date daughter day dead deal dear death debate decade decide decision decline decrease \
        deep defeat defend define definite degree delay deliver demand demonstrate deny depart department depend depth derive \
        describe description desert deserve design desire desk despite destroy detail detect determine develop development \
        device diagnose diagnosis diagram die diet differ difference different difficult difficulty dig dinner direct \
        direction director disappear disaster discipline discover discuss discussion disease dish dismiss display distance \
        distinct distinguish distribute district divide doctor document dog dollar domestic dominate door dose double doubt \
        dozen draft drag drama draw dream dress drink drive drop drug dry due dust duty eager ear early earn earth ease east \
        easy eat economy edge edit educate effect effective efficient effort egg elderly elect element elevate eliminate \
        emerge emergency emotion emphasis employ empty enable encounter encourage end enemy energy engage engine enjoy enormous \
        ensure enter entire entitle environment equal equipment error escape especial essay essential establish estimate \
        evaluate evening event evidence evil evolve exact exam examine example excellent except exchange excite excuse \
        exercise exist expand expect expense experience experiment expert explain explanation explore expose express extend \
        extent external extra extract extreme eye face facility fact factor fail failure fair faith fall false familiar family \
        famous fan far farm fashion fast fat father fault favour favor fear feature feed feel fellow female fever field fight \
        figure file fill film final finance find fine finger finish fire firm first fish fit fix flat flight float floor flow \
        flower fluid fly focus fold follow food foot force foreign forest forget form formal former formula forward found \
        foundation frame free freedom frequent fresh friend front fruit fuel full fun function fund fundamental funny future \
        gain game gap garden gas gate gather gender general generate generation gentle genuine gift girl give glad glass \
        global goal gold good government grade gradual grand grant graph grass great green grey ground group grow growth \
        guarantee guard guess guest guide guilty hair half hall hand handle hang happen happy hard harm hate head health \
        healthy hear heart heat heavy height help hide high highlight hill hire history hit hold hole holiday home honest hope \
        horse hospital host hot hotel hour house huge human hundred hungry hunt hurry hurt husband ice idea ideal identify \
        identity ignore ill illness illustrate image imagine immediate immune impact imply import important impose impossible \
        impress improve inch incident include income increase independent index indicate individual industry infant infect \
        infection influence inform information initial injury inside insist inspect install instance institute instruct \
        instrument insurance intend intense intention interest internal interpret interval interview introduce invent invest \
        investigate invite involve iron island issue item job join joint joke journal journey joy judge jump junior justice \
        justify keen keep key kick kid kidney kill king kitchen knee knife knock know knowledge label labour labor lack lady \
        lake land language large last late laugh law lawyer lay layer lead leader leaf league learn leave lecture lecturer left \
        leg legal length lesson letter level library license lie life lift light limb limit line link lip liquid list listen \
        literature little live liver load loan local locate lock logic long look loose lose loss loud love low luck lunch lung \
        machine main maintain major make male man manage management manner manual map march mark market marriage marry mass \
        master match mate material mathematics matter maximum meal measure meat mechanism media medical medicine medium meet \
        member membrane memory men mental mention mess message metal method middle midnight mild mile military milk million \
        mind mine minimum minor minute mirror miss mission mistake mix mixture mobile mode model modern module moment money \
        monitor month mood moral morning mortality mostly mother motion mountain mouth move movement multiple murder muscle \
        music name narrow nation natural nature necessary neck need negative negotiate nerve network neutral new news nice \
        night noise norm normal north nose note notice notion novel number nurse object objective observe obtain obvious \
        occasion occupy occur ocean odd offer office officer official oil old open operate operation opinion opportunity \
        oppose opposite option oral orange order ordinary organ organise organize origin original outcome output outside \
        overall overcome owe owner oxygen pace pack page pain paint pair palace pale panel paper paragraph parent park part \
        partial particular partner party pass passage past patch path patient pattern pause pay peace peak pen penalty people \
        percent perfect perform period permanent permit person personal perspective persuade phase phone photo phrase physical \
        pick picture piece pilot pink pipe pitch place placement plain plan plant plate play pleasant pleasure plenty pocket \
        poem poet point police policy polite poor pop popular population position positive possess possible post potential \
        pound pour power practical practice praise precise predict prefer pregnant prepare prescribe presence present preserve \
        president press pressure presume pretend pretty prevent previous price pride primary principal principle print prior \
        priority prison private prize probable problem procedure proceed process produce product profession professional \
        professor profile profit program programme progress project promise promote prompt proper property proportion propose \
        prospect protect protein protest proud prove provide public publish pull pump purchase pure purple purpose pursue push \
        put qualify quality quantity quarter queen question quick quiet quit quote race radio rain raise random range rapid \
        rare rate ratio raw reach react reaction read reader ready real realise realize reality rear reason receive recent \
        recipe recognise recognize recommend record recover recruit red reduce refer reference reflect reform refuse regard \
        region register regret regular reject relate relation relationship relative relax release relevant relief religion \
        rely remain remark remember remind remote remove repair repeat replace reply report represent request require rescue \
        research reserve resident resist resolve resource respect respond response responsible rest restaurant restore \
        restrict result retain retire return reveal reverse review revise revolution reward rhythm rich ride ring rise risk \
        river road rock role roll roof room root rough round route routine row rub rule run rush sad safe safety sail salary \
        sale salt sample sand satisfy save scale scan scene schedule scheme school science scientific scope score screen sea \
        search season seat second secret section secure seek seem segment select self sell seminar send senior sense sensible \
        sensitive sentence separate sequence series serious serve service session set settle severe sex shadow shake shape \
        share sharp sheet shelf shell shift shine ship shirt shock shoe shoot shop short shot shoulder shout show shut sick \
        side sight sign signal significant silence silver similar simple simulate sing single sir sister sit site situation \
        size skill skin sleep slight slip slow small smart smell smile smoke smooth snow social society soft soil soldier sole \
        solid solution solve song sorry soul sound source south space speak special specialist species specific speech speed \
        spell spend spirit split sport spot spread spring square stable staff stage stair stand standard star stare start \
        state statement station status stay steady steal step stick stiff stimulate stock stomach stone stop store storm story \
        straight strange strategy stream street strength stress stretch strike string strip stroke strong structure struggle \
        student studio study stupid style subject submit subsequent substance substantial substitute succeed success sudden \
        suffer sufficient sugar suggest suit summary summer sun superior supper supply support suppose surface surgeon surgery \
        surprise surround survey survive suspect sweet swim swing switch symbol sympathy symptom system table tail take tale \
        talent talk tall tank tape target task taste tax tea teach teacher team tear technical technique technology teeth \
        telephone television tell temperature temporary tend tendency term terrible territory test text thanks theatre theory \
        therapist therapy thick thin think third thirty thorough thought thousand threat throat throw ticket tie tight time \
        tiny tip tired tissue title tobacco today toe tomorrow tone tongue tonight tool tooth top topic total touch tour tower \
        town toxic trace track trade tradition traffic train transfer transform transition translate transport travel treat \
        treatment tree trend trial trick trip trouble truck true trust truth try tube turn tutor tutorial twelve twenty twice \
        twin two type typical ultimate uncle undergo understand unfortunate uniform union unique unit universe university \
        unless unlike unusual update upper upset urban urge urgent usual valley valuable value van variable variation variety \
        various vary vast vegetable vehicle version vessel victim victory video view village violence virus visible vision \
        visit visual vital voice volume volunteer vote vulnerable wage wait walk wall war ward warm warn wash waste watch \
        water wave way weak wealth wear weather wedding week weekend weigh weight welcome west wet wheel white wide wife wild \
        will win wind window wine wing winter wire wise wish withdraw witness woman women wonder wood word work world worry \
        worse worst worth wound wrap write wrong yard year yellow yesterday young youth zero zone \
        one three four five six seven eight nine ten eleven hundred monday tuesday wednesday thursday friday saturday sunday \
        january february april june july august september october november december
        """
}
