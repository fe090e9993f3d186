/// Results as a table in Markdown: a row for each dataset, the best peer against Shorewise, losses said as such.
public struct ResultTable: Sendable {
  let records: [RunRecord]

  /// A table of `records`; of runs of the same thing the last one counts.
  public init(_ records: [RunRecord]) {
    struct Key: Hashable {
      var words: [String?]
      var cap: Double?
      var threads: Int
      var gap: Double
    }
    var places: [Key: Int] = [:]
    var kept: [RunRecord] = []
    for record in records {
      let key = Key(
        words: [record.dataset, record.solver, record.links], cap: record.cap,
        threads: record.threads, gap: record.gap)
      if let place = places[key] {
        kept[place] = record
      } else {
        places[key] = kept.count
        kept.append(record)
      }
    }
    self.records = kept
  }

  /// How long one solver took for a dataset, over all caps of a frontier, with its better links.
  public struct Time: Sendable, Equatable {
    /// Wall seconds; where it is not solved, those after which it was given up.
    public var seconds: Double
    /// Whether all of it was solved to the gap that was asked.
    public var isSolved: Bool
    /// The widest gap that was left, where it was not.
    public var gap: Double?
    /// `weak` or `strong`.
    public var links: String?
  }

  /// The time of a solver for a dataset: nil if it was not run. A time that solves beats one that does not; then the shorter.
  public func time(of solver: String, on dataset: String) -> Time? {
    let own = records.filter {
      $0.solver == solver && $0.dataset == dataset && $0.seconds != nil && $0.status != .missing
    }
    let times = Dictionary(grouping: own, by: \.links).map { links, runs in
      let isSolved = runs.allSatisfy { $0.status == .solved || $0.status == .infeasible }
      let gaps = runs.map { $0.provedGap ?? .infinity }
      return Time(
        seconds: runs.reduce(0) { $0 + ($1.seconds ?? 0) }, isSolved: isSolved,
        gap: isSolved ? nil : gaps.max(), links: links)
    }
    return times.min { first, second in
      if first.isSolved != second.isSolved { return first.isSolved }
      if first.isSolved { return first.seconds < second.seconds }
      return (first.gap ?? .infinity, first.links ?? "")
        < (second.gap ?? .infinity, second.links ?? "")
    }
  }

  /// The peer that was the fastest on a dataset, or came nearest where none solved it.
  public func bestPeer(on dataset: String) -> (solver: String, time: Time)? {
    peers.compactMap { solver in time(of: solver, on: dataset).map { (solver, $0) } }
      .min { first, second in
        if first.1.isSolved != second.1.isSolved { return first.1.isSolved }
        if first.1.isSolved { return first.1.seconds < second.1.seconds }
        return (first.1.gap ?? .infinity) < (second.1.gap ?? .infinity)
      }
  }

  /// How many times as long as Shorewise the best peer took, with `>` where the peer and `<` where Shorewise did not solve.
  public func ratio(on dataset: String) -> String {
    guard let own = time(of: "shorewise", on: dataset), let best = bestPeer(on: dataset)?.time
    else { return "–" }
    let ratio = best.seconds / own.seconds
    let text = Decimals.short(ratio)
    switch (own.isSolved, best.isSolved) {
    case (true, true): return ratio < 1 ? "**\(text)** (loss)" : text
    case (true, false): return "> \(text)"
    case (false, true): return "**< \(text)** (loss)"
    case (false, false):
      let isLoss = (own.gap ?? .infinity) > (best.gap ?? .infinity)
      return isLoss ? "neither; wider gap (loss)" : "neither; narrower gap"
    }
  }

  /// The table, then the versions and the conditions.
  public var markdown: String {
    var lines = [
      "| dataset | scenarios | facilities | Shorewise s | "
        + peers.map { "\(title($0)) s" }.joined(separator: " | ") + " | best peer ÷ Shorewise |"
    ]
    lines.append("|" + String(repeating: "---|", count: peers.count + 5))
    for dataset in datasets {
      let first = records.first { $0.dataset == dataset }
      let cells =
        [dataset, "\(first?.scenarios ?? 0)", "\(first?.facilities ?? 0)"]
        + (["shorewise"] + peers).map { cell(time(of: $0, on: dataset)) }
        + [ratio(on: dataset)]
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return (lines + courses + ["", conditions] + contradictions).joined(separator: "\n") + "\n"
  }

  var datasets: [String] { unique(records.map(\.dataset)) }

  private var peers: [String] { unique(records.map(\.solver)).filter { $0 != "shorewise" } }

  private func cell(_ time: Time?) -> String {
    guard let time else { return "–" }
    let links = time.links.map { " \($0)" } ?? ""
    if time.isSolved { return Decimals.short(time.seconds) + links }
    let gap =
      time.gap.map { $0.isFinite ? "gap \(Decimals.short($0 * 100)) %" : "unfinished" } ?? ""
    return "> \(Decimals.short(time.seconds)), \(gap)\(links)"
  }

  private var conditions: String {
    let versions = unique(
      records.compactMap { record in record.version.map { "\(title(record.solver)) \($0)" } })
    let efforts = unique(
      records.map {
        "gap \(Decimals.text($0.gap * 100, 2)) %, \($0.threads) thread\($0.threads == 1 ? "" : "s"), "
          + "limit \(Decimals.short($0.timeLimit)) s"
      })
    return
      "Versions: \(versions.joined(separator: ", ")). Each run: \(efforts.joined(separator: "; "))."
  }

  private var contradictions: [String] {
    CrossCheck.contradictions(in: records).map { "\n**\($0.description)**" }
  }

  func title(_ solver: String) -> String {
    solver == "shorewise" ? "Shorewise" : Peer(rawValue: solver)?.title ?? solver
  }

  private func unique(_ words: [String]) -> [String] {
    var known: Set<String> = []
    return words.filter { known.insert($0).inserted }
  }
}
