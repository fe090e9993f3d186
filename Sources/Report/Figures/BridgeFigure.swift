import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import TextFiles
import Wording

/// The bridge from one cost to another, cost line by cost line.
struct BridgeFigure {
  /// What a bridge starts from.
  struct Start {
    /// Its name in titles: `Plan 3`, `Today’s network`.
    let name: String
    let costs: CostLines
    /// The folder of its plan.
    let folder: String
  }

  let context: PlanContext
  /// Where it starts; `nil` for a bridge from nothing, which shows what the cost is made of.
  let start: Start?

  private var lines: [(label: String, before: Double, after: Double)] {
    CostWords.differences(from: start?.costs ?? CostLines(), to: context.plan.costs)
  }

  /// The figure with its table.
  func figure() -> Figure {
    let index = context.index
    let what =
      start.map {
        "From the cost of \(Self.inText($0.name)) to that of \(Self.inText(context.name))"
      }
      ?? "What the cost of \(Self.inText(context.name)) is made of"
    return Figure(
      kind: "bridge", title: title,
      subtitle: """
        \(what), in \(index.money.name) over \(NumberFormat.count(index.years, "year", "years")), \
        discounted at \(rate) a year.
        """,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Spend is money paid out; sales not made are revenue forgone, at full value. Yearly lines are the mean over the normal \
        state and the scenarios, each weighted by its probability and length.
        """ + " " + source)
  }

  /// A name inside a sentence: plans with a number keep their capital.
  private static func inText(_ name: String) -> String {
    switch name {
    case _ where name.hasPrefix("Plan"): name
    default: name.uncapitalizedFirst
    }
  }

  private var source: String {
    let costs = "costs"
    let own = context.file("plan.json", what: costs)
    guard let start else { return context.index.source(own) }
    return context.index.source(
      own, SourcePart(file: "plan.json", folder: start.folder, what: costs))
  }

  private var rate: String {
    NumberFormat.given(context.index.dataset.settings.discountRate)
  }

  private var title: String {
    let money = context.index.money
    guard let start else {
      let greatest = lines.max { $0.after < $1.after }
      guard let greatest, greatest.after > 0, context.plan.costs.total > 0 else {
        return "\(context.subject) costs nothing"
      }
      let share = NumberFormat.percent(greatest.after / context.plan.costs.total, places: 0)
      return "The largest part of the cost, \(share), is “\(greatest.label)”"
    }
    let difference = context.plan.costs.total - start.costs.total
    let changes = lines.map { ($0.label, $0.after - $0.before) }
    let scale = max(abs(start.costs.total), abs(context.plan.costs.total))
    guard abs(difference) > 1e-6 * scale else {
      return "\(context.subject) costs as much as \(Self.inText(start.name))"
    }
    let head =
      difference > 0
      ? "\(context.subject) costs \(money(difference)) more than \(Self.inText(start.name))"
      : "\(context.subject) costs \(money(-difference)) less than \(Self.inText(start.name))"
    let cause =
      difference > 0 ? changes.max { $0.1 < $1.1 } : changes.min { $0.1 < $1.1 }
    guard let cause, changes.count > 1 else { return head }
    let amount = money(abs(cause.1))
    return difference > 0
      ? "\(head): “\(cause.0)” adds \(amount)"
      : "\(head): “\(cause.0)” falls by \(amount)"
  }

  /// The lines before and after: what is spent with its sum, then the sales not made, then the total.
  func table() -> Table {
    let money = context.index.money
    let lines = rows
    guard let start else {
      return Table(
        [.text("", name: "line"), .money(context.name, money, digits: 4)],
        rows: lines.map { [.text($0.label), .number($0.after)] })
    }
    return Table(
      [
        .text("", name: "line"), .money(start.name, money, digits: 4),
        .money(context.name, money, digits: 4), .money("Change", money, isSigned: true),
      ],
      rows: lines.map {
        [
          .text($0.label), .number($0.before), .number($0.after), .number($0.after - $0.before),
        ]
      })
  }

  private var rows: [(label: String, before: Double, after: Double)] {
    let (before, after) = (start?.costs ?? CostLines(), context.plan.costs)
    return lines.filter { $0.label != CostWords.salesNotMade }
      + [(CostWords.spend, before.spend, after.spend)]
      + lines.filter { $0.label == CostWords.salesNotMade }
      + [("Total", before.total, after.total)]
  }

  /// Draws the figure: bars from left to right, one below another, each starting where the last one ended.
  func draw(_ size: FigureWidth) -> Drawing {
    let money = context.index.money
    let rowHeight = size == .wide ? 27.0 : 25.0
    let left = size == .wide ? 168.0 : 118.0
    let right = size.points - (size == .wide ? 84 : 66)
    let font = size == .wide ? 13.0 : 12.0
    let steps = steps
    let inner = steps.flatMap { $0.isTotal ? [$0.to] : [$0.from, $0.to] }
    let least = inner.min() ?? 0
    let most = max(inner.max() ?? 0, 0)
    // Two great totals with small steps between: the axis then starts short of the totals, and says so.
    let isCut = start != nil && least > 0.5 * most && most > 0
    let origin = isCut ? max(0, least - (most - least) * 0.9) : min(0, least)
    let x = LinearScale(domain: origin...max(most, origin), start: left, end: right)
    var drawing = Drawing(
      width: size.points, height: Double(steps.count) * rowHeight + (isCut ? 26 : 8),
      label: "Cost bridge to \(context.name). The table below has the figures.")
    for (row, step) in steps.enumerated() {
      let y = Double(row) * rowHeight + 4
      let from = x(step.isTotal ? max(0, origin) : step.from)
      let to = x(step.to)
      let change = step.to - step.from
      let style =
        step.isTotal
        ? (row == 0 && start != nil ? "before" : "after")
        : (change > 0 && start != nil ? "rise" : "fall")
          + (step.label == CostWords.salesNotMade ? " unsold" : "")
      drawing.label(
        step.label, left - 10, middle: y + rowHeight * 0.6 - font * 0.33, width: left - 12,
        size: font, class: step.isTotal ? "label strong" : "label", anchor: .end)
      let bar = Frame(
        x: min(from, to), y: y + 3, width: max(abs(to - from), 1), height: rowHeight - 8)
      // No title: what it would say stands behind the bar, and there are as many bridges as pairs of plans.
      drawing.rectangle(bar, class: style)
      if step.isTotal, isCut { cut(&drawing, x: left + 9, y: bar.y, height: bar.height) }
      drawing.text(
        step.isTotal
          ? money(step.to, digits: 4) : start == nil ? money(change) : money.signed(change),
        max(from, to) + 6,
        y + rowHeight * 0.6, class: step.isTotal ? "label strong" : "label")
      if row + 1 < steps.count {
        drawing.line(to, y + rowHeight - 5, to, y + rowHeight + 3 + 4, class: "link")
      }
    }
    if isCut {
      drawing.text(
        "The scale does not start at zero.", left, drawing.height - 6, class: "small muted")
    }
    return drawing
  }

  /// What the bars show: spend comes first, and sales not made, in another look, after it.
  private var steps: [(label: String, from: Double, to: Double, isTotal: Bool)] {
    var running = start?.costs.total ?? 0
    var steps: [(label: String, from: Double, to: Double, isTotal: Bool)] = []
    if let start { steps.append((start.name, 0, running, true)) }
    let total = context.plan.costs.total
    let scale = max(abs(running), abs(total))
    let ordered =
      lines.filter { $0.label != CostWords.salesNotMade }
      + lines.filter { $0.label == CostWords.salesNotMade }
    for line in ordered where abs(line.after - line.before) > 1e-9 * scale {
      steps.append((line.label, running, running + line.after - line.before, false))
      running += line.after - line.before
    }
    steps.append((context.name, 0, total, true))
    return steps
  }

  /// A break through a bar whose foot is cut off.
  private func cut(_ drawing: inout Drawing, x: Double, y: Double, height: Double) {
    let n = Drawing.number
    drawing.path(
      "M\(n(x)) \(n(y + height + 2))l7 \(n(-height - 4))h4l-7 \(n(height + 4))Z", class: "cut")
  }
}
