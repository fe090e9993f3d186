import Browser
import Foundation
import TestBrowser
import Testing

/// What holds of the page at every width.
@MainActor
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
struct PageTests {
  nonisolated static let sizes = [ViewSize.phone, .tablet, .desktop]

  @Test(arguments: sizes)
  func `nothing goes wrong, nothing is asked for, nothing runs over`(_ size: ViewSize) throws {
    let page = try ShownReport.page(size)
    try page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    #expect(page.errors == [])
    #expect(page.requests.count >= 1)
    #expect(page.requests.dropFirst().allSatisfy { $0.hasPrefix("data:") }, "\(page.requests)")
    #expect(try page.value(of: "document.documentElement.scrollWidth") == size.width)
  }

  /// A page that is slow once may have waited for the machine; one that is slow thrice is slow.
  @Test func `the page can be used within a second`() throws {
    let seconds = try (0..<3).map { _ in try ShownReport.page().secondsToLoad().interactive }
    #expect((seconds.min() ?? 0) < 1, "\(seconds)")
  }

  @Test(
    .enabled(if: InstalledChromium.drawsAlike, InstalledChromium.fontAbsence),
    arguments: sizes.map { ($0, Medium.Colours.light) } + [(.desktop, .dark)])
  func `pictures`(_ size: ViewSize, _ colours: Medium.Colours) throws {
    let page = try ShownReport.pictured(size, Medium(colours))
    try expectPicture(
      try page.greyPicture(block: 8, on: ShownReport.another()), "\(size.width)-\(colours).png")
  }

  /// The comparison sees a figure that is missing.
  @Test func `a missing figure is seen`() throws {
    let page = try ShownReport.pictured()
    let blank = try ShownReport.another()
    let whole = try page.greyPicture(block: 8, on: blank)
    for kind in ["map", "mix"] {
      try page.run(
        "document.querySelectorAll('.figure-\(kind) svg').forEach((one) => { one.style.visibility = 'hidden'; })"
      )
      #expect(try page.greyPicture(block: 8, on: blank).difference(from: whole) != nil, "\(kind)")
      try page.run(
        "document.querySelectorAll('.figure-\(kind) svg').forEach((one) => { one.style.visibility = ''; })"
      )
    }
    #expect(try page.greyPicture(block: 8, on: blank).difference(from: whole) == nil)
  }
}
