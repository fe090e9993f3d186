import Browser
import Report
import TestBrowser
import Testing

/// Another plan is chosen, and its figures are shown.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct ChoosingTests {
  /// What is shown of the chosen plan.
  private struct Shown: Decodable, Equatable {
    /// The position of the plan.
    let plan: Int
    /// How many plans are shown.
    let count: Int
    /// The shapes of each figure in sight, by its kind, without words and numbers of plans.
    let shapes: [String: String]
    /// Where the slider stands.
    let slider: Int
    /// The points that are marked, and those of them that are said to be chosen.
    let points: [Int]
    let current: [Int]
  }

  private func shown(_ page: Page) throws -> Shown {
    try page.value(
      of: """
        (() => {
          const plans = [...document.querySelectorAll("section.plan")]
            .filter((section) => section.getBoundingClientRect().height > 0);
          const shapes = {};
          // Of the bridges one is in sight.
          for (const figure of plans.flatMap((plan) => [...plan.querySelectorAll("figure")])
            .filter((figure) => figure.getBoundingClientRect().height > 0)) {
            const drawn = [...figure.querySelectorAll("svg")]
              .filter((svg) => svg.getBoundingClientRect().height > 0);
            shapes[figure.className] = drawn.flatMap((svg) => [...svg.querySelectorAll("path, rect, circle")])
              .map((shape) => ["class", "d", "x", "y", "cx", "cy", "width", "height", "stroke-width"]
                .map((name) => shape.getAttribute(name)).join()).join(";");
          }
          const numbers = (selector) => [...new Set([...document.querySelectorAll(selector)]
            .map((mark) => Number(mark.dataset.point)))].sort();
          return {
            plan: Number(plans[0]?.dataset.view ?? -1), count: plans.length, shapes,
            slider: Number(document.querySelector(".chooser input[type=range]").value),
            points: numbers("a.point.chosen"), current: numbers("a.point[aria-current=true]"),
          };
        })()
        """)
  }

  /// Everything follows the plan, and the shapes of its figures are others than those of `another` plan: some of them, or
  /// every one where the two plans are far apart.
  @discardableResult
  private func expect(
    _ page: Page, shows plan: Int, unlike another: Shown? = nil, inEveryFigure: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Shown {
    try ShownReport.wait(page, for: plan)
    let now = try shown(page)
    #expect(now.plan == plan && now.count == 1, sourceLocation: sourceLocation)
    #expect(now.slider == plan && now.points == [plan], sourceLocation: sourceLocation)
    #expect(now.shapes.count >= 6, sourceLocation: sourceLocation)
    guard let another else { return now }
    #expect(now.current == [plan], sourceLocation: sourceLocation)
    #expect(now.shapes.keys == another.shapes.keys, sourceLocation: sourceLocation)
    let same = now.shapes.filter { another.shapes[$0] == $1 }.keys.sorted()
    #expect(
      inEveryFigure ? same == alike : same.count < now.shapes.count,
      "the shapes of \(same) are those of plan \(another.plan)", sourceLocation: sourceLocation)
    return now
  }

  /// The plans of the fixture have no flows in scenarios, so that their customers all lose alike.
  private let alike = ["figure-customers"]

  @Test(arguments: [ViewSize.desktop, .phone])
  func `by click, key, slider and button`(_ size: ViewSize) throws {
    let page = try ShownReport.page(size)
    let last = ShownReport.input.plans.count - 1
    let start = try expect(page, shows: ShownReport.input.chosen)

    try page.click("\(size == .desktop ? ".wide" : ".narrow") a.point[data-point='0'] circle")
    let first = try expect(page, shows: 0, unlike: start, inEveryFigure: true)
    try page.click("h1")
    try page.press(.arrowLeft)
    try expect(page, shows: 0)
    for step in 1...3 {
      try page.press(.arrowRight)
      try expect(page, shows: step, unlike: first)
    }

    try page.run("document.querySelector('.chooser input[type=range]').focus()")
    try page.press(.end)
    let end = try expect(page, shows: last, unlike: first, inEveryFigure: true)
    try page.press(.arrowLeft)
    try expect(page, shows: last - 1, unlike: end)
    try page.press(.home)
    try expect(page, shows: 0, unlike: end, inEveryFigure: true)

    try page.click(".chooser [data-step='1']")
    try expect(page, shows: 1, unlike: first)
    try page.click(".chooser [data-step='-1']")
    try expect(page, shows: 0, unlike: end, inEveryFigure: true)
    #expect(page.errors == [])
  }

  @Test func `by the address`() throws {
    let page = try ShownReport.page()
    try page.run("location.hash = '#plan-3'")
    try expect(page, shows: 2)
    #expect(page.errors == [])
  }

  /// With the Tab key alone a reader comes to everything that can be used, sees where he is, and chooses.
  @Test func `by the keyboard alone`() throws {
    let page = try ShownReport.page()
    struct Stop: Decodable {
      let place: Int
      let isSeen: Bool
    }
    let count: Int = try page.value(
      of: """
        (() => {
          window.stops = [...document.querySelectorAll("a[href], button, input, select, summary")]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0 && one.tabIndex >= 0);
          return window.stops.length;
        })()
        """)
    #expect(count > 20)
    var reached: Set<Int> = []
    for _ in 0..<(2 * count + 20) where reached.count < count {
      try page.press(.tab)
      let stop: Stop = try page.value(
        of: """
          (() => {
            const one = document.activeElement;
            const marks = [one, ...one.querySelectorAll("*")].map((part) => getComputedStyle(part));
            return {
              place: window.stops.indexOf(one),
              isSeen: one === document.body || marks.some((style) => style.outlineStyle !== "none"
                || (style.stroke !== "none" && style.strokeWidth !== "0px")),
            };
          })()
          """)
      #expect(stop.isSeen, "stop \(stop.place) does not show that it has the focus")
      if stop.place >= 0 { reached.insert(stop.place) }
    }
    #expect(reached.count == count)
    try page.run("document.querySelector(\".wide a.point[data-point='1']\").focus()")
    try page.press(.enter)
    try expect(page, shows: 1)
  }
}
