import Foundation
import SupplyData
import Testing
import TextFiles

@testable import FigureDrawing

/// What a house may say of its reports, and what is refused.
@Suite struct StyleTests {
  /// A folder with a `report.yaml` and files beside it, removed with the test.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("style-tests-\(UUID().uuidString)")

    init(_ yaml: String, _ files: [String: [UInt8]] = [:]) throws {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, bytes) in files.merging(
        ["report.yaml": Array(yaml.utf8)], uniquingKeysWith: { a, _ in a })
      {
        try Data(bytes).write(to: url.appendingPathComponent(name))
      }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func read() throws(Faults) -> ReportStyle {
      try ReportStyle.read(from: url.appendingPathComponent("report.yaml").path)
    }

    /// The faults, each as line, column, cause and cure.
    func faults() -> [String] {
      do throws(Faults) {
        _ = try read()
        return []
      } catch {
        return error.all.map { "\($0.line):\($0.column): \($0.cause). \($0.cure)" }
      }
    }
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]
  private static let svg =
    "<?xml version=\"1.0\"?><!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 1 1'>"
    + "<style>.a{fill:url(#g)}</style><rect class=\"a\" width='1' height=\"1\"/><use href=\"#r\"/></svg>"

  @Test func `all that may be said`() throws {
    let folder = try Folder(
      "title: Nearer, by far\nlogo: logo.bin\naccent: \"#0A5C5C\"\n",
      ["logo.bin": Array(Self.svg.utf8)])
    let style = try folder.read()
    #expect(style.title == "Nearer, by far")
    #expect(style.accent == "#0a5c5c")
    let data = Data(Self.svg.utf8).base64EncodedString()
    #expect(style.logo == "data:image/svg+xml;base64,\(data)")
    #expect(try Folder("title: x", ["a": []]).read() == ReportStyle(title: "x"))
  }

  @Test func `the type of a logo is told from its bytes`() throws {
    #expect(try LogoPicture.address(of: Self.png).hasPrefix("data:image/png;base64,"))
    #expect(
      try LogoPicture.address(of: [0xff, 0xd8, 0xff, 0]).hasPrefix("data:image/jpeg;base64,"))
    #expect(throws: LogoPicture.Refusal.self) { try LogoPicture.address(of: Array("GIF89a".utf8)) }
    #expect(throws: LogoPicture.Refusal.self) {
      try LogoPicture.address(of: Self.png + [UInt8](repeating: 0, count: LogoPicture.mostBytes))
    }
  }

  @Test(arguments: [
    "<svg><script>alert(1)</script></svg>", "<svg><SCRIPT/></svg>", "<s:svg><s:script/></s:svg>",
    "<svg onload=\"x()\"/>", "<svg><a href=\"javascript:x\"/></svg>",
    "<svg><image href='a.png'/></svg>",
    "<svg><use xlink:href=\"https://example.org/a.svg#b\"/></svg>",
    "<svg><rect fill=\"url(a.svg#b)\"/></svg>",
    "<svg><style>@import 'a.css';</style></svg>",
    "<svg><style><![CDATA[a{b:url( \"http://x\" )}]]></style></svg>",
    "<svg><foreignObject/></svg>", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>",
    "<svg><rect fill='&#117;rl(x)'/></svg>",
    "<?xml-stylesheet href='a.css'?><svg/>",
    "<svg><set attributeName='xlink:href' to='http://x'/></svg>",
    "<svg><rect width=1></svg>", "<svg><rect width='1", "<html><svg/></html>", "<svg", "<svg><!-- ",
    "<svg><style>a{b:\\75rl(x)}</style></svg>",
  ])
  func `a picture that is more than one`(_ text: String) {
    #expect(VectorPicture.refusal(of: text) != nil)
  }

  @Test(arguments: [
    svg, "<svg/>", "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"a.dtd\"><svg><g/></svg>",
    "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href=\"data:image/png;base64,AA==\"/></svg>",
    "<svg><text>a &lt; b</text></svg>",
  ])
  func `a picture alone`(_ text: String) {
    #expect(VectorPicture.refusal(of: text) == nil)
  }

  @Test func `all faults at once, each with its place`() throws {
    let folder = try Folder(
      "titel: x\naccent: \"#ffcc00\"\nlogo: none.png\n")
    let faults = folder.faults()
    #expect(faults.count == 3)
    #expect(faults[0].hasPrefix("1:1: there is no key 'titel' here. Did you mean 'title'?"))
    #expect(
      faults[1].hasPrefix(
        "2:9: the contrast of #ffcc00 with white paper is 1.5, and text needs 4.5"))
    #expect(faults[2].hasPrefix("3:7: there is no file 'none.png' that can be read."))
  }

  @Test func `single slips`() throws {
    #expect(
      try Folder("accent: #0a5c5c\ntitle: x").faults()[0].contains("begins with # is a comment"))
    #expect(try Folder("accent: teal").faults()[0].contains("'teal' is no colour"))
    #expect(try Folder("- a").faults()[0].contains("keys and values are expected"))
    #expect(try Folder("").faults()[0].contains("the file is empty"))
    #expect(
      try Folder("logo: l", ["l": Array("<svg onload='x'/>".utf8)]).faults()[0].contains(
        "holds script"))
    #expect(throws: Faults.self) { try ReportStyle.read(from: "/nowhere/report.yaml") }
  }

  @Test(.timeLimit(.minutes(1))) func `a logo lies in the folder, and is a file`() throws {
    let logo = FileManager.default.temporaryDirectory
      .appendingPathComponent("style-tests-\(UUID().uuidString).svg")
    try Data(Self.svg.utf8).write(to: logo)
    defer { try? FileManager.default.removeItem(at: logo) }
    for path in ["../\(logo.lastPathComponent)", logo.path] {
      #expect(try Folder("logo: \(path)").faults()[0].contains("outside the folder"))
    }
    let linked = try Folder("logo: logo.svg")
    try FileManager.default.createSymbolicLink(
      at: linked.url.appendingPathComponent("logo.svg"), withDestinationURL: logo)
    #expect(linked.faults()[0].contains("outside the folder"))
    let piped = try Folder("logo: logo.svg")
    try #require(mkfifo(piped.url.appendingPathComponent("logo.svg").path, 0o600) == 0)
    #expect(piped.faults()[0].contains("not a regular file"))
    let inside = try Folder("logo: logos/a.svg")
    try FileManager.default.createDirectory(
      at: inside.url.appendingPathComponent("logos"), withIntermediateDirectories: true)
    try Data(Self.svg.utf8).write(to: inside.url.appendingPathComponent("logos/a.svg"))
    #expect(inside.faults() == [])
  }

  /// The accent can be read on light paper and in the dark, and so can what stands on it.
  @Test func `contrast in the dark`() {
    var numbers = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let value = Int.random(in: 0..<(1 << 24), using: &numbers)
      let digits = String(value, radix: 16)
      let colour = AccentColour(
        hex: "#" + String(repeating: "0", count: 6 - digits.count) + digits)
      let dark = colour.dark
      #expect(AccentColour.isColour(dark), "\(colour.hex)")
      #expect(ColourScale.contrast(dark, "#12181f") >= 4.5, "\(colour.hex) → \(dark)")
      #expect(ColourScale.contrast(dark, ColourScale.ink(on: dark)) >= 4.5, "\(colour.hex)")
    }
    #expect(AccentColour(hex: "#ffffff").dark == "#ffffff")
    #expect(ReportStyle().css.isEmpty)
    let css = ReportStyle(accent: "#0a5c5c").css
    #expect(css.contains(":root{--accent:#0a5c5c;"))
    #expect(css.contains("@media screen and (prefers-color-scheme:dark){:root{--accent:"))
  }
}
