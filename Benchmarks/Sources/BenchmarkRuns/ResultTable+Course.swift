/// How searches went, beside how long they took: Shorewise against the best peer.
extension ResultTable {
  /// What a dataset's searches had, and when.
  public struct Course: Sendable, Equatable {
    /// The peer that was the fastest, or came nearest.
    public var peer: String
    /// `weak` or `strong`.
    public var links: String?
    /// What the peer had proved at its end: the gap that was asked, where it solved; nil where it had no plan.
    public var gap: Double?
    /// When its run ended, seconds.
    public var peerSeconds: Double
    /// The second from which on Shorewise had proved that gap, or had a plan where the peer had none; nil where it never did.
    public var ownSeconds: Double?
    /// Area between Shorewise's best plan and the best cost known over the time granted, seconds.
    public var ownIntegral: Double?
    /// The same of the peer; nil without a trace.
    public var peerIntegral: Double?
  }

  /// The course on a dataset; nil without a trace of Shorewise or without a peer.
  public func course(on dataset: String) -> Course? {
    guard let own = run(of: "shorewise", on: dataset, links: nil), let trace = own.trace,
      let best = bestPeer(on: dataset),
      let other = run(of: best.solver, on: dataset, links: best.time.links)
    else { return nil }
    let gap = other.status == .solved ? other.gap : other.provedGap
    let first = trace.points.first { $0.objective != nil }?.seconds
    let reference = records.filter { $0.dataset == dataset && $0.cap == nil }
      .compactMap(\.objective).min()
    func integral(_ run: RunRecord) -> Double? {
      guard let trace = run.trace, let reference else { return nil }
      return trace.primalIntegral(to: reference, until: run.timeLimit)
    }
    return Course(
      peer: best.solver, links: best.time.links, gap: gap, peerSeconds: best.time.seconds,
      ownSeconds: gap.map { trace.seconds(toGap: $0) } ?? first,
      ownIntegral: integral(own), peerIntegral: integral(other))
  }

  private func run(of solver: String, on dataset: String, links: String?) -> RunRecord? {
    records.first {
      $0.solver == solver && $0.dataset == dataset && $0.links == links && $0.cap == nil
    }
  }

  /// The lines of the second table; none where no search has told how it went.
  var courses: [String] {
    let rows = datasets.compactMap { dataset in
      course(on: dataset).map { row(dataset, $0) }
    }
    if rows.isEmpty { return [] }
    let columns = [
      "dataset", "best peer", "its gap at its end", "after s", "Shorewise had it after s",
      "peer ÷ Shorewise", "primal integral s: Shorewise", "peer", "processor s: Shorewise", "peer",
      "peak MiB: Shorewise", "peer",
    ]
    return ["", "| \(columns.joined(separator: " | ")) |"]
      + ["|" + String(repeating: "---|", count: columns.count)] + rows
  }

  private func row(_ dataset: String, _ course: Course) -> String {
    func text(_ value: Double?) -> String { value.map(Decimals.short) ?? "–" }
    let runs = [
      run(of: "shorewise", on: dataset, links: nil),
      run(of: course.peer, on: dataset, links: course.links),
    ]
    let cells =
      [
        dataset, title(course.peer) + (course.links.map { " \($0)" } ?? ""),
        course.gap.map { "\(Decimals.short($0 * 100)) %" } ?? "no plan",
        Decimals.short(course.peerSeconds), course.ownSeconds.map(Decimals.short) ?? "not reached",
        text(course.ownSeconds.map { course.peerSeconds / max($0, 0.001) }),
        text(course.ownIntegral), text(course.peerIntegral),
      ] + runs.map { text($0?.processorSeconds) }
      + runs.map { text($0?.peakKiB.map { Double($0) / 1024 }) }
    return "| \(cells.joined(separator: " | ")) |"
  }
}
