import Alternatives
import FigureDrawing
import Findings
import SupplyData
import TextFiles
import Wording

/// The section on plans nearly as good: what all of them do, and where they differ.
struct AlternativesSection {
  let index: ReportIndex
  let record: AlternativesRecord

  /// The section; `nil` where there is no plan to show.
  var section: Section? {
    guard let leastCost = record.leastCost, !record.plans.isEmpty else { return nil }
    return Section(
      id: "alternatives", title: title, sentences: sentences(leastCost),
      figures: [AlternativesFigure(index: index, record: record).figure()])
  }

  private var share: String { NumberFormat.given(record.within) }

  /// Openings that all agree on, the dearest to do without first; what the dataset decides is no news.
  private var agreed: [AlternativesRecord.Facility] {
    record.facilities.filter { [.throughout, .open].contains($0.verdict) && !$0.isForced }
      .sorted { (record.margin($0) ?? 0) > (record.margin($1) ?? 0) }
  }

  private func count(_ verdict: AlternativesRecord.Verdict) -> [AlternativesRecord.Facility] {
    record.facilities.filter { $0.verdict == verdict }
  }

  private var title: String {
    let differing = count(.differs).map(\.name)
    let apart =
      differing.isEmpty
      ? ""
      : differing.count > 3
        ? "; they differ on \(differing.count) other sites"
        : "; they differ on \(differing.listed())"
    guard let first = agreed.first else {
      return differing.isEmpty
        ? "All plans within \(share) of the least cost open the same sites"
        : "Within \(share) of the least cost, \(NumberFormat.count(differing.count, "site", "sites")) can be open or closed"
    }
    func isKept(_ facility: AlternativesRecord.Facility) -> Bool {
      index.facilities[facility.facility]?.status == .existing
    }
    let same = agreed.filter { isKept($0) == isKept(first) }
    let named = same.prefix(2).map(\.name)
    let others = agreed.count - named.count
    let more = others > 0 ? [NumberFormat.count(others, "other site", "other sites")] : []
    let sites = (named + more).listed()
    return isKept(first)
      ? "Every plan within \(share) of the least cost keeps \(sites)\(apart)"
      : "Every plan within \(share) of the least cost opens \(sites)\(apart)"
  }

  private func sentences(_ leastCost: Double) -> [String] {
    var sentences: [String] = []
    if let first = agreed.first, let margin = record.margin(first) {
      sentences.append(
        """
        Any plan without \(first.name) costs at least \(NumberFormat.percent(margin, rounding: .down)) more than the least cost: \
        that is proven.
        """
      )
    }
    let never = count(.closed).filter { !$0.isForced }
    if !never.isEmpty {
      let sites = NumberFormat.count(never.count, "site is", "sites are").capitalizedFirst
      let names = (never.prefix(6).map(\.name) + (never.count > 6 ? ["others"] : [])).listed()
      sentences.append("\(sites) not open at any time in any of these plans: \(names).")
    }
    if let last = record.plans.dropFirst().first, let distance = last.distance {
      let over = leastCost > 0 ? last.cost / leastCost - 1 : 0
      let head = "Plan 2 costs \(NumberFormat.percent(over)) more and differs in \(pairs(distance))"
      sentences.append(
        last.greatestDistance == distance
          ? "\(head); no plan within \(share) differs in more."
          : "\(head); it is proven that none differs in more than \(last.greatestDistance ?? distance)."
      )
    }
    if let reason = record.stopReason {
      let open = count(.undecided).count
      sentences.append(
        open == 0
          ? "How far plans can differ is not fully settled (\(reason))."
          : "\(NumberFormat.count(open, "site remains", "sites remain").capitalizedFirst) undecided (\(reason))."
      )
    }
    return sentences
  }

  private func pairs(_ number: Int) -> String {
    record.periods == 1
      ? NumberFormat.count(number, "site", "sites")
      : NumberFormat.count(number, "site-period decision", "site-period decisions")
  }
}
