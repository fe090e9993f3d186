/// One thing that a board asks of a plan, with its answer and the place in the report where its numbers stand.
struct BriefItem: Equatable {
  /// A link to where the numbers come from.
  struct Trace: Equatable {
    /// The anchor of a part of the page.
    let id: String
    let title: String
  }

  /// What is asked: `Decision`, `Capital`.
  let label: String
  let sentences: [String]
  let traces: [Trace]
}
