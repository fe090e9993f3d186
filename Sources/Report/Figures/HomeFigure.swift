import FigureDrawing
import Findings
import SupplyData
import SupplyPlan
import Wording

/// What comes home: production and jobs.
struct HomeFigure {
  let context: PlanContext
  let home: String
  let facts: HomeFacts

  init(_ context: PlanContext, home: String) {
    self.context = context
    self.home = home
    facts = HomeFacts(context.index, context.plan, baseline: context.baseline, home: home)
  }

  private var homeName: String { context.index.name(ofCountry: home) }

  /// The figure with its table.
  func figure() -> Figure {
    Figure(
      kind: "home", title: title,
      subtitle: subtitle,
      wide: draw(.wide), narrow: draw(.narrow), table: table(),
      note: """
        Only increases count, product by product; parts count as well as the goods made from them. Jobs are those at open sites \
        and their modules.
        """ + " "
          + context.index.source(
            context.file("production.csv"),
            context.file("plan.json", what: "facilities and modules")))
  }

  private var subtitle: String {
    guard facts.reshored != nil else {
      return "Jobs at the network’s sites, at home (\(homeName)) and elsewhere."
    }
    return """
      Reshored: annual production at home (\(homeName)) beyond what the current network makes there, at customs value in \
      \(context.index.money.name). Jobs at the network’s sites, at home and elsewhere.
      """
  }

  private var title: String {
    let last = context.index.lastPeriod
    let jobs = facts.jobs.last?.home ?? 0
    if let reshored = facts.reshoredValues?.last {
      let value = context.index.money(reshored)
      let change = jobs - (facts.jobsBefore?.last?.home ?? 0)
      let work =
        abs(change) < 0.5
        ? "the number of jobs at home stays the same"
        : change > 0
          ? "\(NumberFormat.quantity(change)) jobs are added at home"
          : "\(NumberFormat.quantity(-change)) jobs are lost at home"
      return reshored > 0
        ? "By \(last), \(value) of production a year comes home and \(work)"
        : "By \(last), no production comes home and \(work)"
    }
    return "\(NumberFormat.quantity(jobs)) jobs at home in \(last)"
  }

  /// Reshored value by product, and jobs.
  func table() -> Table {
    let index = context.index
    var rows: [[Table.Cell]] = []
    func add(_ line: String, money values: [Double]) {
      rows.append(
        [.text(line), .text(index.money.currency)]
          + values.map { .shown(.number($0), as: index.money($0)) })
    }
    func add(_ line: String, jobs values: [Double]) {
      rows.append([.text(line), .text("jobs")] + values.map { .number($0) })
    }
    if let reshored = facts.reshored {
      for product in index.dataset.products
      where reshored.contains(where: { $0[product.id] != nil }) {
        add("Reshored a year: \(product.name)", money: reshored.map { $0[product.id] ?? 0 })
      }
      add("Reshored a year: all", money: facts.reshoredValues ?? [])
    }
    if let before = facts.jobsBefore { add("Jobs at home, today", jobs: before.map(\.home)) }
    add("Jobs at home, plan", jobs: facts.jobs.map(\.home))
    if let before = facts.jobsBefore {
      add("Jobs elsewhere, today", jobs: before.map(\.elsewhere))
    }
    add("Jobs elsewhere, plan", jobs: facts.jobs.map(\.elsewhere))
    return Table(
      [.text("", name: "line"), Table.Column("unit")]
        + index.periods.map { .decimal($0.id, places: 0) }, rows: rows)
  }

  /// Draws the figure: reshored value, then jobs, a bar for each period.
  func draw(_ size: FigureWidth) -> Drawing {
    let isWide = size == .wide
    let left = isWide ? 196.0 : 64
    let right = size.points - (isWide ? 150 : 108)
    var drawing = Drawing(
      width: size.points, height: 0,
      label: "Production and jobs in \(homeName). The table below has the figures.")
    var y = 0.0
    let periods = context.index.periods
    if let values = facts.reshoredValues {
      drawing.text("Reshored, a year", 0, 14, class: "label strong")
      y = 24
      let x = LinearScale(
        domain: 0...max(values.max() ?? 0, 1e-9), start: left, end: right)
      for (position, value) in values.enumerated() {
        drawing.text(
          TextWidth.fit(periods[position].id, size: 13, width: left - 12), left - 10, y + 15,
          class: "label", anchor: .end)
        products(&drawing, facts.reshored?[position] ?? [:], x: x, y: y)
        drawing.text(context.index.money(value), x(value) + 6, y + 15, class: "label strong")
        y += 27
      }
      y += 14
    }
    drawing.text("Jobs", 0, y + 14, class: "label strong")
    y += 24
    let all = facts.jobs.map(\.total) + (facts.jobsBefore ?? []).map(\.total)
    let x = LinearScale(domain: 0...max(all.max() ?? 0, 1e-9), start: left, end: right)
    for (position, period) in periods.enumerated() {
      drawing.text(
        TextWidth.fit(period.id, size: 13, width: isWide ? left * 0.55 : 300), 0, y + 13,
        class: "label")
      // A phone has no room beside the bars for the period: it stands above them.
      if !isWide { y += 19 }
      if let before = facts.jobsBefore?[position] {
        jobs(&drawing, before, name: "Today", x: x, y: y, isFirst: position == 0)
        y += 22
      }
      jobs(
        &drawing, facts.jobs[position], name: facts.jobsBefore == nil ? "" : context.name, x: x,
        y: y, isFirst: position == 0 && facts.jobsBefore == nil)
      y += 30
    }
    drawing.height = y
    return drawing
  }

  private func products(
    _ drawing: inout Drawing, _ values: [String: Double], x: LinearScale, y: Double
  ) {
    var sum = 0.0
    for product in context.index.dataset.products {
      guard let value = values[product.id], value > 0 else { continue }
      let frame = Frame(x: x(sum), y: y, width: x(sum + value) - x(sum), height: 20)
      drawing.rectangle(
        Frame(x: frame.x, y: y, width: max(frame.width - 1, 0.5), height: 20),
        class: "fill-domestic", title: "\(product.name): \(context.index.money(value))")
      if TextWidth.of(product.name, size: 12) + 10 < frame.width {
        drawing.text(product.name, frame.x + 5, y + 14, class: "small on-domestic")
      }
      sum += value
    }
  }

  private func jobs(
    _ drawing: inout Drawing, _ jobs: HomeFacts.Jobs, name: String, x: LinearScale, y: Double,
    isFirst: Bool
  ) {
    drawing.text(
      name, x.start - 10, y + 13, class: name == "Today" ? "small muted" : "small", anchor: .end)
    let home = Frame(x: x.start, y: y, width: x(jobs.home) - x.start, height: 18)
    let rest = Frame(x: home.right, y: y, width: x(jobs.total) - home.right, height: 18)
    drawing.rectangle(
      home, class: "fill-domestic", title: "\(homeName): \(NumberFormat.whole(jobs.home)) jobs"
    )
    drawing.rectangle(
      rest, class: "before", title: "Elsewhere: \(NumberFormat.whole(jobs.elsewhere)) jobs")
    let atHome = NumberFormat.quantity(jobs.home)
    let label = isFirst ? "\(atHome) at home" : atHome
    if TextWidth.of(label, size: 12) + 10 < home.width {
      drawing.text(label, home.x + 5, y + 13, class: "small on-domestic")
    }
    let elsewhere = NumberFormat.quantity(jobs.elsewhere)
    let other = isFirst ? "\(elsewhere) elsewhere" : elsewhere
    if TextWidth.of(other, size: 12) + 10 < rest.width {
      drawing.text(other, rest.x + 5, y + 13, class: "small on-before")
    }
    let all = NumberFormat.quantity(jobs.total)
    drawing.text(
      isFirst ? "\(all) jobs" : all, x(jobs.total) + 6, y + 13,
      class: "small strong")
  }
}
