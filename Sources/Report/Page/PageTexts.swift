import FigureDrawing

/// The fixed texts of `report.mustache`, by the names that they have there.
struct PageTexts {
  let language = Language.current.code
  let kicker = say("supply network plan")
  let choose = say("Choose a plan")
  let cheaper = say("Cheaper plan")
  let moreResilient = say("More resilient plan")
  let plan = say("Plan")
  let choiceHint = say("A click on a point or the arrow keys choose, too.")
  let contents = say("In this report")
  let proven = say("What is proven")
  let assumptions = say("Assumptions and sources")
  let scenarios = say("Scenarios")
  let broken = say("What the current network breaks")
  let statistics = say("How the plans were found")
  let origin: String

  init(fingerprint: String) {
    origin = say(
      """
      Dataset SHA-256 \(fingerprint). Country outlines: Natural Earth, public domain. Made by Shorewise.
      """)
  }
}
