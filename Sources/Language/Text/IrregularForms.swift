/// Forms that no suffix rule leads back to their word.
enum IrregularForms {
    /// The usual form of a folded word, or the word itself.
    static func base(of folded: String) -> String { forms[folded] ?? folded }

    private static let forms: [String: String] = {
        let lines = """
            add adds added adding; give gave given; lose lost; fall fell fallen; begin began begun; take took taken; make made; find found; hold held
            keep kept; tell told; lead led; break broke broken; choose chose chosen; show shown; see saw seen; know knew known
            drive drove driven; write wrote written; drink drank drunk; eat ate eaten; grow grew grown; rise rose risen
            feel felt; lie lain lying; lay laid; stand stood; sit sat; run ran; bring brought; think thought; teach taught
            catch caught; buy bought; send sent; spend spent; lend lent; bend bent; build built; sleep slept; bleed bled
            feed fed; breed bred; speak spoke spoken; wake woke woken; bind bound; swing swung; swell swollen
            shrink shrank shrunk; sink sank sunk; draw drew drawn; throw threw thrown; wear wore worn; tear tore torn
            bear bore borne; come came; become became; forget forgot forgotten; get got gotten; mean meant
            meet met; pay paid; rid ridden; ring rang rung; sell sold; shake shook shaken; shoot shot; stick stuck
            strike struck stricken; understand understood; withdraw withdrew withdrawn; arise arose arisen; die dying
            foot feet; tooth teeth; child children; woman women; man men; mouse mice; axis axes; diagnosis diagnoses
            crisis crises; basis bases; analysis analyses; stenosis stenoses; vertebra vertebrae; bacterium bacteria
            nucleus nuclei; stimulus stimuli; embolus emboli; thrombus thrombi; criterion criteria; phenomenon phenomena
            common commonest commoner; neurone neuron; oesophagus esophagus; oesophageal esophageal; oedema edema
            haemoglobin hemoglobin; haemorrhage hemorrhage; anaemia anemia; litre liter; metre meter; paediatric pediatric
            hypokalaemia hypokalemia; hyperkalaemia hyperkalemia; hypoglycaemia hypoglycemia; hypoglycaemic hypoglycemic
            """
        var forms: [String: String] = [:]
        for line in lines.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let words = line.split(separator: " ").map(String.init)
            for form in words.dropFirst() { forms[form] = words[0] }
        }
        return forms
    }()
}
