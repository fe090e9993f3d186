import Certificate

/// The files that a bundle has beside results and inputs.
package enum BundleFile {
  /// What it is and how to verify it, in plain words.
  package static let readme = "README.txt"
  /// What was run: the command line, versions, what was proved.
  package static let run = "run.json"
  /// What happened when.
  package static let log = "log.txt"
  /// What the variant and single changes made of the dataset's rows.
  package static let changes = "changes.json"
  /// What the checker says of each plan.
  package static let verdict = "verdict.json"
  /// The same for a reader.
  package static let verdictText = "verdict.txt"
  /// The problem for other solvers.
  package static let program = "program"
  /// Every file with its SHA-256 and what it is.
  package static let catalogue = "manifest.json"
  /// Every file with its SHA-256, as `sha256sum` writes it.
  package static let sums = "MANIFEST"

  /// Those that every bundle has and other folders hardly have together.
  package static let marks = [run, catalogue, sums]

  /// What a file is, for who finds it in the catalogue.
  package static func meaning(of path: String) -> String {
    switch path {
    case readme: "what this folder is and how to verify it"
    case run: "what was run: command line, versions, what was proved"
    case log: "best plan and bound over time"
    case changes: "the rows of the dataset that the variant and single changes replaced"
    case verdict: "the checker's verdict on each plan"
    case verdictText: "the same as text"
    case catalogue: "every file with its SHA-256 and what it is"
    case "\(program)/network-design.mps": "the whole problem as a program, free MPS"
    case "\(program)/network-design.mod": "the problem in MathProg"
    case "\(program)/network-design.dat": "the data for the problem in MathProg"
    case _ where path.hasPrefix("\(LoadedDataset.inputsFolder)/"):
      "the dataset that was solved"
    case BoundCertificate.file: "the proof of the bound, which verify recomputes"
    case _ where path.hasSuffix("plan.json"): "decisions, cost, risk, bound of a plan"
    case _ where path.hasSuffix("flows.csv"): "flows of a plan"
    case _ where path.hasSuffix("production.csv"): "what a plan makes"
    case _ where path.hasSuffix("draws.csv"): "what a plan draws from stocks"
    case _ where path.hasSuffix("uses.csv"): "the components of each lot of a plan"
    case "frontier.json": "the frontier, its points and bounds"
    case _ where path.hasPrefix("stress"): "what outages cost the plans"
    case _ where path.hasPrefix("diagnosis"): "why no plan exists"
    default: "a result"
    }
  }
}
