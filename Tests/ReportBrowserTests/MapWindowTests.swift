import Browser
import Foundation
import Report
import SupplyData
import SupplyPlan
import TestBrowser
import Testing

/// The map is zoomed and moved by every means, and its names are whole, apart from one another, and of what is shown.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct MapWindowTests {
  /// The part of the map that is seen, in its own units.
  private struct Box: Decodable, Equatable {
    let x: Double
    let y: Double
    let width: Double
  }

  private func box(_ page: Page, _ size: String = "wide") throws -> Box {
    try page.value(
      of: """
        (() => {
          const box = document.querySelector("figure.figure-map .\(size) svg.window").getAttribute("viewBox").split(" ").map(Number);
          return { x: box[0], y: box[1], width: box[2] };
        })()
        """)
  }

  /// What is wrong with the names in sight: those that are cut, that reach out of the map, or that hide one another or a mark.
  private struct Names: Decodable {
    let shown: [String]
    let wrong: [String]
  }

  private func names(_ page: Page, _ size: String = "wide") throws -> Names {
    try page.value(
      of: """
        (() => {
          const map = document.querySelector("figure.figure-map .\(size) svg.window");
          const whole = map.getBoundingClientRect();
          const isShown = (one) => getComputedStyle(one).display !== "none";
          const inSight = (box) => box.right > whole.left && box.left < whole.right && box.bottom > whole.top && box.top < whole.bottom;
          const texts = [...map.querySelectorAll("g.name")].filter(isShown).map((group) => group.querySelector("text"))
            .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() })).filter((one) => inSight(one.box));
          // A halo and the room above small letters may touch.
          const overlap = (a, b, by) => a.left < b.right - by && b.left < a.right - by && a.top < b.bottom - by && b.top < a.bottom - by;
          const wrong = [];
          texts.forEach((one, index) => {
            if (one.words.includes("…")) { wrong.push("cut: " + one.words); }
            const box = one.box;
            if (box.left < whole.left - 1 || box.right > whole.right + 1 || box.top < whole.top - 2 || box.bottom > whole.bottom + 2) {
              wrong.push("outside: " + one.words);
            }
            for (const other of texts.slice(index + 1)) {
              if (overlap(box, other.box, 2.5)) { wrong.push(one.words + " on " + other.words); }
            }
          });
          return { shown: texts.map((one) => one.words), wrong };
        })()
        """)
  }

  @Test func `buttons`() throws {
    let page = try ShownReport.page()
    let whole = try box(page)
    try page.click("figure.figure-map [data-zoom=in]")
    try page.click("figure.figure-map [data-zoom=in]")
    let near = try box(page)
    #expect(abs(near.width - whole.width / 2.56) < 0.1 && near.x > 0 && near.y > 0)
    try page.click("figure.figure-map [data-zoom=out]")
    #expect(abs(try box(page).width - whole.width / 1.6) < 0.1)
    try page.click("figure.figure-map [data-zoom=whole]")
    #expect(try box(page) == whole)
    #expect(page.errors == [])
  }

  /// The wheel is the page's own until the map was chosen; with Ctrl, as a pinch on a touchpad comes, it zooms around the pointer.
  @Test func `the wheel`() throws {
    let page = try ShownReport.page()
    let whole = try box(page)
    func wheel(_ options: String) throws -> Bool {
      try page.value(
        of: """
          (() => {
            const map = document.querySelector("figure.figure-map .wide svg.window");
            const box = map.getBoundingClientRect();
            return map.dispatchEvent(new WheelEvent("wheel", { deltaY: -100, bubbles: true, cancelable: true,
              clientX: box.left + box.width, clientY: box.top, \(options) }));
          })()
          """)
    }
    #expect(try wheel(""), "the page scrolls")
    #expect(try box(page) == whole)
    #expect(try !wheel("ctrlKey: true"))
    let near = try box(page)
    #expect(near.width < whole.width * 0.5 && near.y == 0)
    #expect(abs(near.x + near.width - whole.width) < 0.5, "around the pointer")
    try page.run("document.querySelector('figure.figure-map .wide').focus()")
    #expect(try !wheel(""))
    #expect(try box(page).width < near.width)
    #expect(page.errors == [])
  }

  @Test func `keys and the pointer move it`() throws {
    let page = try ShownReport.page()
    let chosen: String = try page.value(of: "document.getElementById('chosen').dataset.shown")
    try page.run("document.querySelector('figure.figure-map .wide').focus()")
    try page.run(
      """
      for (const key of ["+", "+", "ArrowRight"]) {
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
      """)
    let near = try box(page)
    try page.press(.arrowLeft)
    let left = try box(page)
    #expect(abs(left.x - (near.x - 0.2 * near.width)) < 0.1 && left.y == near.y)
    // The arrow keys choose no other plan here.
    #expect(try page.value(of: "document.getElementById('chosen').dataset.shown") == chosen)
    try page.run(
      """
      const map = document.querySelector("figure.figure-map .wide svg.window");
      const box = map.getBoundingClientRect();
      const send = (name, x, y) => map.dispatchEvent(new PointerEvent(name, { pointerId: 1, button: 0, bubbles: true,
        clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
      map.setPointerCapture = () => {};
      send("pointerdown", 0.5, 0.5); send("pointermove", 0.6, 0.5); send("pointerup", 0.6, 0.5); send("pointermove", 0.9, 0.5);
      """)
    let dragged = try box(page)
    #expect(abs(dragged.x - (left.x - 0.1 * left.width)) < 0.1 && dragged.y == left.y)
    #expect(page.errors == [])
  }

  @Test func `two fingers`() throws {
    let page = try ShownReport.page(.phone)
    let whole = try box(page, "narrow")
    try page.run(
      """
      const map = document.querySelector("figure.figure-map .narrow svg.window");
      const box = map.getBoundingClientRect();
      const send = (name, id, x) => map.dispatchEvent(new PointerEvent(name, { pointerId: id, button: 0, bubbles: true,
        clientX: box.left + x * box.width, clientY: box.top + box.height / 2 }));
      map.setPointerCapture = () => {};
      send("pointerdown", 1, 0.4); send("pointerdown", 2, 0.6);
      send("pointermove", 1, 0.3); send("pointermove", 2, 0.7);
      send("pointerup", 1, 0.3); send("pointerup", 2, 0.7);
      """)
    let near = try box(page, "narrow")
    #expect(abs(near.width - whole.width / 2) < 0.5)
    #expect(try names(page, "narrow").wrong == [])
    #expect(page.errors == [])
  }

  /// In the whole map and in every part of it, on a screen and on a phone.
  @Test(arguments: [(ViewSize.desktop, "wide"), (.phone, "narrow")])
  func `names are whole and apart`(_ size: ViewSize, _ part: String) throws {
    let page = try ShownReport.page(size)
    let whole = try names(page, part)
    #expect(whole.wrong == [])
    let open = ShownReport.input.plans[ShownReport.input.chosen].facilities.filter {
      $0.open && $0.period == ShownReport.input.dataset.settings.periods.last?.id
    }
    // Most of the sites are named; on a phone as many as there is room for.
    #expect(Double(whole.shown.count) >= Double(open.count) * (part == "wide" ? 0.75 : 0.4))
    let regions: Int = try page.value(
      of: "document.querySelector('figure.figure-map select[data-choose=region]').options.length")
    #expect(regions > 2)
    var more = false
    for region in 1..<regions {
      try page.run(
        """
        const select = document.querySelector("figure.figure-map select[data-choose=region]");
        select.selectedIndex = \(region);
        select.dispatchEvent(new Event("change"));
        """)
      let near = try names(page, part)
      #expect(near.wrong == [], "region \(region)")
      more = more || near.shown.contains { !whole.shown.contains($0) }
    }
    #expect(more || whole.shown.count >= open.count, "a nearer look names more")
    #expect(page.errors == [])
  }

  /// One product alone: no name of a site that neither makes nor handles it, and what else there is stands back.
  @Test func `names follow the goods`() throws {
    let page = try ShownReport.page()
    let all = try names(page).shown
    let input = ShownReport.input
    let product = try #require(input.dataset.products.first { $0.id == "packs" })
    try page.run(
      """
      const select = document.querySelector("figure.figure-map select[data-choose=product]");
      select.selectedIndex = [...select.options].findIndex((option) => option.textContent === "\(product.name)");
      select.dispatchEvent(new Event("change"));
      """)
    let shown = try names(page)
    #expect(shown.wrong == [])
    #expect(!shown.shown.isEmpty && shown.shown.count < all.count)
    let plan = input.plans[input.chosen]
    let places = Set(
      plan.flows.filter { $0.product == product.id }.flatMap { [$0.origin, $0.destination] }
        + input.dataset.production.filter { $0.product == product.id }.map(\.facility))
    for name in shown.shown {
      let place = name.prefix { $0 != "," && $0 != ":" && $0 != "(" }.trimmed
      let isFound = input.dataset.facilities.contains {
        places.contains($0.id) && $0.name.hasPrefix(place)
      }
      #expect(isFound, "\(name) has nothing to do with packs")
    }
    let faded: Int = try page.value(
      of: "document.querySelectorAll('figure.figure-map .wide g.mark.faded').length")
    #expect(faded > 0)
    try page.run(
      """
      const select = document.querySelector("figure.figure-map select[data-choose=product]");
      select.selectedIndex = 0;
      select.dispatchEvent(new Event("change"));
      """)
    #expect(try names(page).shown == all)
    #expect(page.errors == [])
  }

  /// Without script the whole map is there with its names, and nothing that would do nothing.
  @Test func `without script`() throws {
    let html = try ShownReport.html()
    let start = try #require(html.range(of: "class=\"figure-map\""))
    let map = html[start.lowerBound...]
    let controls = try #require(map.range(of: "<div class=\"controls\""))
    #expect(map[controls.lowerBound...].hasPrefix("<div class=\"controls\" hidden"))
    let window = try #require(map.range(of: "class=\"window\""))
    #expect(map[window.upperBound...].prefix(200_000).contains("class=\"place"))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
