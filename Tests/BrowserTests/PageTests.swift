import Foundation
import TestBrowser
import Testing

@testable import Browser

/// Pages of a real browser.
@Suite(.serialized, .enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
final class PageTests {
  private let browser: Browser
  private let page: Page
  private let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("shorewise page \(UUID().uuidString).html")

  init() throws {
    browser = try Browser(patience: .seconds(300))
    page = try browser.page()
  }

  deinit { try? FileManager.default.removeItem(at: file) }

  private func open(_ body: String, fragment: String? = nil) throws {
    try "<!DOCTYPE html><title>Test &amp; page</title><link rel=icon href='data:,'>\(body)"
      .write(to: file, atomically: true, encoding: .utf8)
    try page.open(file: file.path, fragment: fragment)
  }

  @Test func `scripts, keys and the pointer`() throws {
    try open(
      """
      <button onclick="document.title += ' clicked'">a</button><input id="x" type="range" min="0" max="9" value="4">
      <script>
      document.addEventListener("keydown", (event) => { document.title += " " + event.key + (event.shiftKey ? "+" : ""); });
      </script>
      """)
    try page.click("button")
    try page.press(.arrowRight)
    try page.press(.tab, withShift: true)
    #expect(
      try page.value(of: "document.title", as: String.self)
        == "Test & page clicked ArrowRight Tab+")
    try page.run("document.querySelector('#x').focus()")
    try page.press(.arrowRight)
    try page.press(.arrowRight)
    #expect(try page.value(of: "document.querySelector('#x').value", as: String.self) == "6")
    #expect(try page.value(of: "[1, 2].map((n) => n / 4)", as: [Double].self) == [0.25, 0.5])
    #expect(
      try page.value(of: "new Promise((done) => setTimeout(done, 20, '\u{301}\"'))") == "\u{301}\"")
    #expect(try page.value(of: "null", as: Int?.self) == nil)
    #expect(page.errors.isEmpty)
    let seconds = try page.secondsToLoad()
    #expect(seconds.interactive > 0 && seconds.complete >= seconds.interactive)
  }

  @Test func `what goes wrong is told`() throws {
    try open(
      """
      <img src="http://example.com/a.png"><script>console.error("bad", 3); console.log("good"); undefinedName();</script>
      """)
    #expect(page.errors.contains("bad 3"))
    #expect(page.errors.contains { $0.contains("undefinedName is not defined") })
    #expect(!page.errors.contains { $0.contains("good") })
    #expect(
      page.requests == [file.absoluteString, "data:,", "http://example.com/a.png"]
        || page.requests == [file.absoluteString, "http://example.com/a.png"])
    let script = #expect(throws: BrowserError.self) { try page.run("nothing.at.all") }
    #expect("\(try #require(script))".contains("nothing is not defined"))
    let kind = #expect(throws: BrowserError.self) { try page.value(of: "'a'", as: Double.self) }
    #expect("\(try #require(kind))".contains("its value is no Double"))
    #expect(throws: BrowserError.self) { try page.click("#missing") }
    let missing = #expect(throws: BrowserError.self) { try page.open(file: "/nowhere/x.html") }
    #expect("\(try #require(missing))".contains("ERR_FILE_NOT_FOUND"))
    // Another page starts with a clean slate.
    try open("<p>fine</p>")
    #expect(page.errors.isEmpty && page.requests.first == file.absoluteString)
  }

  @Test func `no network`() throws {
    try open("<p>x</p>")
    for address in ["http://example.com/", "http://127.0.0.1:8000/", "http://93.184.215.14/"] {
      let error = #expect(throws: BrowserError.self) { try page.open(address) }
      #expect("\(try #require(error))".contains("ERR_NAME_NOT_RESOLVED"), "\(address)")
    }
  }

  @Test func `sizes and media`() throws {
    try open("<meta name=viewport content='width=device-width'><p>x</p>")
    for size in [ViewSize.phone, .tablet, .desktop, ViewSize(width: 500, height: 300, scale: 2)] {
      try page.resize(size)
      let seen: [Double] = try page.value(of: "[innerWidth, innerHeight, devicePixelRatio]")
      #expect(seen == [Double(size.width), Double(size.height), size.scale])
    }
    for colours in Medium.Colours.allCases {
      for isPaper in [false, true] {
        try page.emulate(Medium(colours, isPaper: isPaper))
        #expect(
          try page.value(
            of: """
              [matchMedia("(prefers-color-scheme: \(colours))").matches, matchMedia("print").matches]
              """) == [true, isPaper])
      }
    }
  }

  @Test func `pictures`() throws {
    try open("<style>body{margin:0}div{height:3000px;background:#abc}</style><div></div>")
    for (clip, size) in [
      (nil, [1280, 3000]), (Page.Clip(x: 10, y: 2000, width: 40, height: 30), [40, 30]),
    ] {
      let picture = try page.picture(clip)
      // PNG, section 11.2.2: width and height stand at 16 and 20, the high byte first.
      let numbers = [16, 20].map { start in
        picture[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      }
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && numbers == size)
    }
  }

  @Test(arguments: PaperSize.allCases)
  func `printing`(_ paper: PaperSize) throws {
    try page.show("<title>Shown</title><p>text</p><p style='break-before:page'>more</p>")
    #expect(try page.value(of: "document.title") == "Shown")
    let pdf = try page.pdf(PrintOptions(paper: paper, footer: "<b class=pageNumber></b>"))
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    let height = paper == .a4 ? "841." : "792"
    #expect(text.contains(try Regex("/MediaBox \\[0 0 \\d+[.\\d]* \(height)")))
    #expect(text.contains("/Count 2"))
  }

  /// A print has the colours that were asked for, not the system's.
  @Test(
    .enabled(if: InstalledChromium.canReadPDF, InstalledChromium.pdfAbsence),
    arguments: Medium.Colours.allCases)
  func `printing in light and dark`(_ colours: Medium.Colours) throws {
    try open(
      """
      <style>:root{background:#fff}@media (prefers-color-scheme:dark){:root{background:#000}}
      @media print{p{font-size:200pt}}</style><p>text</p>
      """)
    try page.emulate(Medium(colours))
    try page.pdf(PrintOptions()).write(to: file)
    let sheet = PDFFile(file.path)
    #expect(try sheet.texts().count == 1)
    let picture = try sheet.picture(page: 1, block: 8)
    let middle = picture.dots[(picture.height * 3 / 4) * picture.width + picture.width / 2]
    #expect(colours == .light ? middle > 250 : middle < 5)
  }

  @Test func `nothing is left`() throws {
    let another = try Browser(patience: .seconds(300))
    let process = another.process
    #expect(FileManager.default.fileExists(atPath: process.folder.path))
    let closed = try another.page()
    another.close()
    #expect(throws: BrowserError.self) { try closed.run("1") }
    another.close()
    #expect(!FileManager.default.fileExists(atPath: process.folder.path))
    #expect(livingMembers(of: process.process) == [])
  }

  /// When this process is killed, the system closes the line. Nothing else can end the browser then.
  @Test func `it ends with its line, and takes its profile along`() throws {
    let process = try Browser().process
    shutdown(process.line, Int32(SHUT_RDWR))
    #expect(livingMembers(of: process.process) == [])
    #expect(!FileManager.default.fileExists(atPath: process.folder.path))
  }

  /// The processes of a group that still live after some seconds.
  private func livingMembers(of group: pid_t) -> [String] {
    for _ in 0..<200 where !members(of: group).isEmpty { usleep(50_000) }
    return members(of: group)
  }

  /// The living processes of a group, by what they say of themselves in `/proc`.
  private func members(of group: pid_t) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.filter { entry in
      guard Int(entry) != nil,
        let text = try? String(contentsOfFile: "/proc/\(entry)/stat", encoding: .utf8)
      else { return false }
      // proc(5): the state, the parent and the group stand behind the name, which is in brackets.
      let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
      return fields.count > 3 && fields[3] == "\(group)" && fields[1] != "Z"
    }
  }

  /// Where links lead to, also past a tree of pages of several levels, and whatever signs an anchor has.
  @Test func `numbers of sheets`() throws {
    let sheets = 40
    let links = (1...sheets).map { "<a href='#s-\($0)(x)'>\($0)</a> " }.joined()
    let parts = (1...sheets).map {
      "<h2 id='s-\($0)(x)' style='break-before:page'>Sheet \($0 + 1)</h2>"
    }
    try open("<p>\(links)</p>\(parts.joined())")
    let pdf = try page.pdf(PrintOptions())
    let numbers = PrintedPages.numbers(in: pdf)
    #expect(numbers.count == sheets)
    for sheet in 1...sheets { #expect(numbers["s-\(sheet)(x)"] == sheet + 1) }
    // What is no such file has no numbers, and harms nobody.
    #expect(PrintedPages.numbers(in: Data()) == [:])
    for length in [10, pdf.count / 2, pdf.count - 30] {
      #expect(PrintedPages.numbers(in: pdf.prefix(length)) == [:])
    }
    var broken = pdf
    for place in stride(from: pdf.count - 1500, to: pdf.count, by: 7) { broken[place] = 0x39 }
    _ = PrintedPages.numbers(in: broken)
  }
}
