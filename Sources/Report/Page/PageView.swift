import FigureDrawing
import SupplyPlan

/// What the template shows, as texts: the names are those of `report.mustache`.
struct PageView {
  /// A plan: shown, or kept packed until it is chosen.
  struct Point {
    let position: Int
    let label: String
    /// The fragment of `plan.mustache`, in the format of zlib, base64.
    let packed: String
  }

  /// Plans of equal worth, as links that choose them.
  struct EqualPlans {
    struct Choice {
      let number: Int
      let words: String
    }

    let choices: [Choice]
  }

  /// A link to a part of the page.
  struct Link {
    let id: String
    let title: String
  }

  /// The dataset's SHA-256.
  let fingerprint: String
  let styles: String
  let script: String
  let definitions: String
  let logo: String?
  let title: String
  let question: String
  let banner: String?
  let headline: String?
  let hasBrief: Bool
  let brief: [BriefItem]
  /// What the reader has to know before anything else.
  let warnings: [String]
  let numbers: [Section.Card]
  let frontier: FigureView?
  let starts: [String]
  let equals: [EqualPlans]
  let contents: [Link]
  let hasChoice: Bool
  let last: Int
  let chosen: Int
  let chosenLabel: String
  /// The fragment of the plan that the page opens with.
  let plan: String
  let points: [Point]
  let sections: [SectionView]
  let hasCertificate: Bool
  let certificate: [String]
  let assumptions: [Definition]
  let scenarios: String?
  let broken: String?
  let statistics: String?
}
