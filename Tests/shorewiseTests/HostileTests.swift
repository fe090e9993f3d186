import Browser
import Foundation
import TestBrowser
import TestDatasets
import Testing
import TextFiles

/// A dataset whose every text is an attack, through every command: nothing of it runs, is fetched, or leaves its place.
@Suite(.serialized) struct HostileTests {
  /// One pass over all commands, which the tests look at.
  struct Pass: Sendable {
    let scratch: Scratch
    /// What the commands printed.
    let told: [String]

    init() throws {
      scratch = try Scratch(HostileDataset.dataset)
      try scratch.write(Array(HostileDataset.variant.utf8), "data/variants/dear.yaml")
      let (data, out) = (scratch.path("data"), scratch.path("out"))
      let store = scratch.path("runs.sqlite")
      let commands = [
        ["check", data], ["plan", data, "-o", scratch.path("plan"), "--bundle"],
        ["verify", scratch.path("plan")], ["variants", "list", data],
        ["variants", "show", data, "dear"],
        ["frontier", data, "--tolerance", "0.5", "--points", "3", "-o", out],
        ["premium", out, "-o", out], ["stress", out, "-o", out],
        ["explain", "\(out)/points/01", "-o", out],
        ["report", out, "--format", "html,svg,markdown,csv,geojson"],
        ["report", out, scratch.path("plan"), "-o", scratch.path("side")],
        ["batch", data, "--store", store, "--workers", "1", "--", "plan"],
        [
          "compare", store, "--html", scratch.path("compared/all.html"), "--csv",
          scratch.path("compared/all"),
        ],
        ["compare", store, "-", "dear", "--html", scratch.path("compared/pair.html")],
        ["export", store, "--format", "csv", "-o", scratch.path("tables")],
      ]
      var told: [String] = []
      for command in commands {
        let outcome = try Shorewise.run(command)
        #expect(outcome.status == 0, "\(command): \(outcome.error)")
        told += [outcome.output, outcome.error]
      }
      self.told = told
    }

    /// The files of an ending, but for a dataset's own.
    func files(_ ending: String) throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: scratch.url.path).filter {
        $0.hasSuffix(".\(ending)") && !$0.hasPrefix("data/") && !$0.contains("inputs/")
      }
    }
  }

  private static let pass: Result<Pass, any Error> = Result {
    let pass = try Pass()
    // It outlives the tests, so that nobody removes it with them.
    atexit {
      if let pass = try? HostileTests.pass.get() {
        try? FileManager.default.removeItem(at: pass.scratch.url)
      }
    }
    return pass
  }

  @Test func `pages and drawings hold no script, no handler and no address`() throws {
    let pass = try Self.pass.get()
    let pages = try pass.files("html")
    #expect(pages.count == 4)
    for page in pages {
      let markup = InertMarkup(try pass.scratch.text(page))
      // The report's own script, and its data.
      #expect(markup.elements["script", default: 0] == (page == "out/report.html" ? 1 : 0))
      #expect(markup.dangers == [], "\(page)")
    }
    let drawings = try pass.files("svg")
    #expect(drawings.count > 10)
    for drawing in drawings {
      let markup = InertMarkup(try pass.scratch.text(drawing))
      #expect(markup.elements["script"] == nil && markup.elements["svg"] == 1)
      #expect(markup.dangers == [], "\(drawing)")
    }
    for file in pages + drawings {
      // XML takes no control characters; what turns the direction of writing would turn what is not the name's.
      let unseen = try pass.scratch.text(file).unicodeScalars.filter(Self.actsUnseen)
      #expect(unseen.isEmpty, "\(file): \(unseen)")
    }
  }

  @MainActor
  @Test(.enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
  func `a browser runs none of it and asks for nothing`() throws {
    let pass = try Self.pass.get()
    let browser = try Browser(patience: .seconds(600))
    defer { browser.close() }
    let page = try browser.page()
    for file in try pass.files("html") + ["out/figures/map.svg"] {
      try page.open(file: pass.scratch.path(file))
      if file == "out/report.html" {
        // Every fragment of the page is unpacked and shown once.
        try page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        try page.run("document.querySelectorAll('input').forEach((one) => { one.click(); })")
      }
      let kind: String = try page.value(of: "typeof hostile")
      #expect(kind == "undefined", "\(file)")
      #expect(page.errors == [], "\(file)")
      #expect(page.requests.dropFirst().allSatisfy { $0.hasPrefix("data:") }, "\(page.requests)")
    }
  }

  @Test func `no cell of a table is a formula, but for the tables that are read again`() throws {
    let pass = try Self.pass.get()
    let own: Set = ["flows.csv", "production.csv", "draws.csv"]
    var looked = 0
    for file in try pass.files("csv") {
      if let name = file.split(separator: "/").last, own.contains(String(name)) { continue }
      for cell in Self.cells(try pass.scratch.text(file)) {
        let first = cell.unicodeScalars.first ?? "a"
        // A sign alone, such as the id `-`, is no formula.
        let isFormula =
          "=+-@\t\r".unicodeScalars.contains(first) && Double(cell) == nil && cell.count > 1
        #expect(!isFormula, "\(file): \(cell.prefix(40))")
        #expect(!cell.contains("\n=") && !cell.contains("\t@") && !cell.contains(";-"))
        looked += 1
      }
    }
    #expect(looked > 500)
    // These keep ids as they are: a plan is to be read again.
    let flows = try pass.scratch.text("plan/flows.csv")
    #expect(flows.contains("-2+3*cmd' \\C calc'!A0") && flows.contains("@SUM(1+1)*cmd"))
  }

  @Test func `Markdown has neither markup nor links, and JSON is whole`() throws {
    let pass = try Self.pass.get()
    let text = try pass.scratch.text("out/report.md")
      .replacing("](figures/", with: "").replacing("\\](", with: "")
    for danger in ["<script", "<img", "](", "https://", "www.", "a@evil"] {
      #expect(!text.contains(danger), "\(danger)")
    }
    for file in try pass.files("json") + pass.files("geojson") {
      #expect(throws: Never.self, "\(file)") {
        try JSONSerialization.jsonObject(with: Data(pass.scratch.text(file).utf8))
      }
    }
  }

  @Test func `nothing acts on the terminal, and no name makes a line of its own`() throws {
    for text in try Self.pass.get().told {
      let unseen = text.unicodeScalars.filter(Self.actsUnseen)
      #expect(unseen.isEmpty, "\(unseen): \(text.prefix(200))")
      #expect(!text.contains("\n=cmd"), "\(text.prefix(2000))")
    }
  }

  @Test func `nothing was run, and every file lies where it was asked for`() throws {
    let pass = try Self.pass.get()
    let files = try FileManager.default.subpathsOfDirectory(atPath: pass.scratch.url.path)
    #expect(!files.contains { $0.hasSuffix("hostile-file") })
    #expect(!FileManager.default.fileExists(atPath: "hostile-file"))
    for file in files {
      #expect(file.wholeMatch(of: /[A-Za-z0-9._\/-]+/) != nil, "\(file)")
    }
    // The store has both runs and all its tables.
    #expect(try pass.scratch.text("tables/runs.csv").split(separator: "\n").count > 2)
  }

  @Test(arguments: ["mps", "lp", "gmpl"])
  func `other solvers read the problem`(_ format: String) throws {
    let pass = try Self.pass.get()
    let outcome = try Shorewise.run(["export", pass.scratch.path("data"), "--format", format])
    #expect(outcome.status == 0)
    if format != "gmpl" {
      #expect(outcome.output.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
    }
    guard let solver = Self.solver else { return }
    try pass.scratch.write(outcome.output, "program.\(format)")
    let program = pass.scratch.path("program.\(format)")
    let model = pass.scratch.path("plan/program/network-design.mod")
    let words =
      switch format {
      case "mps": ["--freemps", program]
      case "lp": ["--lp", program]
      default: ["--model", model, "--data", program]
      }
    let child = Process()
    child.executableURL = solver
    child.arguments = words + ["--check"]
    child.standardOutput = FileHandle.nullDevice
    try child.run()
    child.waitUntilExit()
    #expect(child.terminationStatus == 0)
  }

  // MARK: -

  private static let solver = ["/usr/bin/glpsol", "/usr/local/bin/glpsol"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }.map { URL(fileURLWithPath: $0) }

  private static func actsUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The cells of a table by RFC 4180, scalar by scalar.
  private static func cells(_ text: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        if wasQuote, !isQuoted { cell.append(scalar) }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      }
      wasQuote = false
      if !isQuoted, scalar == "," || scalar == "\n" {
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      } else {
        cell.append(scalar)
      }
    }
    return cells
  }
}
