import Browser
import TestBrowser
import Testing

/// Every text stands out from what lies under it, as the browser draws it (WCAG 2.2, 1.4.3, level AA).
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct ContrastTests {
  @Test(arguments: Medium.Colours.allCases, [ViewSize.desktop, .phone])
  func `texts stand out`(_ colours: Medium.Colours, _ size: ViewSize) throws {
    let page = try ShownReport.page(size, Medium(colours))
    try page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    // All of it in sight, so that the browser says what lies where.
    try page.resize(
      ViewSize(width: size.width, height: Int(try page.whole().height), isPhone: size.isPhone))
    let measured = try Self.measure(page)
    #expect(measured.count > 200)
    #expect(measured.faint.map(\.description) == [], "\(colours), \(size.width) wide")
  }

  /// The measure sees texts that are too faint, outside figures and in them.
  @Test(arguments: ["p{color:#999!important}", "svg text{fill:#999!important}"])
  func `faint texts are seen`(_ style: String) throws {
    let page = try ShownReport.page()
    try page.resize(ViewSize(width: 1280, height: Int(try page.whole().height)))
    try page.run(
      """
      const style = document.createElement("style");
      style.textContent = "\(style)";
      document.head.append(style);
      """)
    let faint = try Self.measure(page).faint
    #expect(faint.count > 5 && faint.allSatisfy { $0.contrast < 3 })
  }

  private struct Measure: Decodable {
    struct Text: Decodable, CustomStringConvertible {
      let text: String
      let contrast: Double
      let least: Double

      var description: String { "\(contrast) of \(least): \(text)" }
    }

    let count: Int
    let faint: [Text]
  }

  private static func measure(_ page: Page) throws -> Measure { try page.value(of: script) }

  /// For each text its least contrast at three points, against what is painted there below it.
  private static let script = """
    (() => {
      const parse = (colour) => {
        const numbers = (colour.match(/[\\d.]+/g) || []).map(Number);
        if (!numbers.length || colour === "none") { return [0, 0, 0, 0]; }
        const scale = colour.startsWith("color(") ? 255 : 1;
        return [...numbers.slice(0, 3).map((n) => n * scale), numbers.length > 3 ? numbers[3] : 1];
      };
      const over = (top, below) => {
        const alpha = top[3] + below[3] * (1 - top[3]);
        if (!alpha) { return [0, 0, 0, 0]; }
        return [0, 1, 2].map((i) => (top[i] * top[3] + below[i] * below[3] * (1 - top[3])) / alpha).concat(alpha);
      };
      const luminance = (colour) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
        const share = colour[i] / 255;
        return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
      }, 0);
      const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const isDrawn = (element) => element instanceof SVGElement && element.tagName !== "svg";
      const paint = (element) => {
        const style = getComputedStyle(element);
        if (!isDrawn(element)) { return parse(style.backgroundColor); }
        if (element.tagName === "text" || element.tagName === "tspan") { return [0, 0, 0, 0]; }
        const colour = parse(style.fill);
        colour[3] *= Number(style.fillOpacity) * Number(style.opacity);
        return colour;
      };
      const below = (element, x, y) => {
        let found = [0, 0, 0, 0];
        const stack = document.elementsFromPoint(x, y);
        // Text that is scrolled out of sight is not there; what lies above it is no ground.
        if (!stack.includes(element)) { return null; }
        for (const one of stack.slice(stack.indexOf(element))) {
          found = over(found, paint(one));
          if (found[3] > 0.99) { break; }
        }
        return over(found, [255, 255, 255, 1]);
      };
      const faint = [];
      let count = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || element.closest("script, style, title")) { continue; }
        // The rows of a table look alike.
        if (element.closest("tbody tr:nth-child(n+2)")) { continue; }
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) { continue; }
        const style = getComputedStyle(element);
        range.selectNodeContents(node);
        const box = range.getClientRects()[0];
        if (!box || box.width < 1 || box.height < 1 || box.right < 0 || box.left > innerWidth) { continue; }
        const ink = parse(isDrawn(element) ? style.fill : style.color);
        const halo = isDrawn(element) && style.paintOrder.startsWith("stroke") && parse(style.stroke);
        const size = parseFloat(style.fontSize);
        const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
        // A text of a figure may reach from one bar to the next; one of a paragraph has one ground.
        const ratios = (isDrawn(element) ? [0.25, 0.5, 0.75] : [0.5])
          .map((share) => below(element, box.left + box.width * share, box.top + box.height / 2))
          .filter((ground) => ground)
          .map((ground) => (halo ? over([...halo.slice(0, 3), Number(style.strokeOpacity)], ground) : ground))
          .map((ground) => contrast(over(ink, ground), ground));
        if (!ratios.length) { continue; }
        count += 1;
        const worst = Math.min(...ratios);
        if (worst < least - 0.01) {
          faint.push({ text: `${node.data.trim().slice(0, 60)} <${element.tagName} ${element.getAttribute("class") || ""}>`,
            contrast: Math.round(worst * 100) / 100, least });
        }
      }
      return { count, faint: faint.slice(0, 40) };
    })()
    """
}
