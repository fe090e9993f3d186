import Foundation
import TestBrowser
import TestDatasets
import Testing

/// Nothing of the user's is overwritten: results go where there is nothing, or nothing but results.
@Suite struct OverwriteTests {
  /// The commands that write, as they are typed in the scratch folder; `OUT` is where to.
  static let writers = [
    "plan data -o OUT", "plan data --bundle -o OUT", "plan data --no-inputs -o OUT",
    "frontier data -o OUT", "premium frontier -o OUT", "stress frontier -o OUT",
    "flip data --vary 'modes.cost_per_t_km*=0.9..1.1' -o OUT", "regret data data -o OUT",
    "explain plan -o OUT", "alternatives data -o OUT", "alternatives frontier -o OUT",
    "diagnose data -o OUT", "report frontier -o OUT", "report frontier --format csv,svg -o OUT",
    "report frontier plan -o OUT", "export data --format lp -o OUT",
    "export runs.sqlite --format csv -o OUT", "compare runs.sqlite --csv OUT",
    "compare runs.sqlite --html OUT/page.html", "batch data --store OUT/runs.sqlite -- plan",
    "import orlib instance.txt -o OUT", "import anura model -o OUT", "new OUT/fresh", "new OUT",
  ]

  /// A dataset with its results, a store, and files to import.
  private static func scratch() throws -> Scratch {
    let scratch = try Scratch(Cases.small)
    let made = try Shorewise.shell(
      """
      cd "$1" && shorewise plan data -o plan && shorewise frontier data --points 2 -o frontier \
      && shorewise batch data --workers 1 && mkdir model \
      && echo '1 1' > instance.txt && echo '10 5 3 4' | tr ' ' '\\n' >> instance.txt
      """, [scratch.url.path])
    try #require(made.status == 0, "\(made.error)")
    return scratch
  }

  private static let shared = Result { try scratch() }

  /// Every file of a folder with what it holds.
  private func texts(_ folder: String) throws -> [String: Data] {
    var texts: [String: Data] = [:]
    for case let path as String in try #require(FileManager.default.enumerator(atPath: folder)) {
      texts[path] = FileManager.default.contents(atPath: folder + "/" + path) ?? Data()
    }
    return texts
  }

  @Test(arguments: writers)
  func `a dataset's folder, whatever leads to it`(_ command: String) throws {
    let scratch = try Self.shared.get()
    let twin = try Scratch()
    let places = [
      "data", "data/", "./data/.", "data/results", "data/../data", "plan/../data/x/y", "link",
      "link/x", "plan/inputs", "frontier/inputs/x",
    ]
    try #require(
      Shorewise.shell(
        "cp -r \"$1\"/. \"$2\"; cd \"$2\"; ln -s data link",
        [
          scratch.url.path, twin.url.path,
        ]
      ).status == 0)
    let before = try texts(twin.url.path)
    for place in places {
      let outcome = try Shorewise.shell(
        "cd \"$1\" && shorewise " + command.replacing("OUT", with: place), [twin.url.path])
      #expect(outcome.status == 1, "\(command) to \(place): \(outcome.output)\(outcome.error)")
      #expect(outcome.error.contains("the folder of a dataset"), "\(place): \(outcome.error)")
      #expect(outcome.error.contains("Choose another folder"), "\(outcome.error)")
      #expect(outcome.output.isEmpty, "\(command) to \(place)")
    }
    #expect(try texts(twin.url.path) == before, "\(command)")
  }

  @Test(arguments: ["plan .", "frontier .", "export . --format mps", "alternatives ."])
  func `a dataset from within`(_ command: String) throws {
    let scratch = try Scratch(Cases.small)
    let before = try texts(scratch.path("data"))
    for place in [".", "results", "$PWD", "../data", "././"] {
      let outcome = try Shorewise.shell(
        "cd \"$1\" && shorewise \(command) -o \(place)", [scratch.path("data")])
      #expect(outcome.status == 1, "\(place)")
      #expect(outcome.error.contains("the folder of a dataset"), "\(place): \(outcome.error)")
    }
    #expect(try texts(scratch.path("data")) == before)
  }

  @Test(arguments: writers.filter { !$0.contains("OUT/") })
  func `a folder with something else in it`(_ command: String) throws {
    let scratch = try Self.shared.get()
    for (name, text) in [
      ("notes.txt", "mine"), ("production.csv", "facility,product,unit_cost\n"),
      ("plan.json", "{\"mine\": 1}"), ("report.md", "# Mine"), ("README.md", "# Mine"),
      ("figures/mine.svg", "<svg/>"), ("inputs/plan.yaml", "name: mine\n"), ("sub/plan.yaml", ""),
      ("stress.csv", "mine"), ("report.html", "<title>Mine</title>"),
    ] {
      let folder = try Scratch()
      try folder.write(Array(text.utf8), name)
      let outcome = try Shorewise.shell(
        "cd \"$1\" && shorewise " + command.replacing("OUT", with: folder.url.path),
        [scratch.url.path])
      #expect(outcome.status == 1, "\(command) with \(name): \(outcome.output)")
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.error.contains("which is not a result of Shorewise")
          || outcome.error.contains("it contains the folder of a dataset")
          || outcome.error.contains("not empty"), "\(name): \(outcome.error)")
      #expect(try texts(folder.url.path).filter { !$0.value.isEmpty }.count <= 1, "\(command)")
      #expect(try folder.text(name) == text)
    }
  }

  @Test func `what is written over results of an earlier run`() throws {
    let scratch = try Self.scratch()
    let lines = [
      "plan data --max-risk 0.04 -o plan", "frontier data --points 2 -o frontier",
      "explain plan -o plan", "frontier data --points 2 -o plan", "plan data -o frontier",
      "premium frontier -o frontier", "stress frontier -o frontier", "stress plan -o plan",
      "alternatives frontier -o frontier",
      "flip plan/inputs --vary 'modes.cost_per_t_km*=0.9..1.1' -o plan",
      "diagnose data -o plan", "report frontier", "report frontier --format svg,csv,markdown",
      "report frontier -o web", "report frontier -o web",
      "report frontier --format svg -o drawings", "report frontier --format svg -o drawings",
      "report frontier --format csv -o tables", "report frontier --format csv -o tables",
      "report frontier --format markdown -o text", "report frontier --format markdown -o text",
      "report frontier --format geojson -o map", "report frontier --format geojson -o map",
      "report frontier plan -o side", "report frontier plan -o side", "report frontier plan",
      "report frontier plan", "report frontier -o frontier", "stress frontier -o frontier",
      "export data --format lp -o program", "export data --format lp -o program",
      "export data --format gmpl -o program", "export data --format mps -o program",
      "export data --format mps -o program",
      "export runs.sqlite --format csv -o all", "export runs.sqlite --format csv -o all",
      "compare runs.sqlite --csv compared --html page.html",
      "compare runs.sqlite --csv compared --html page.html",
      "plan data -o deep/er/still/", "plan data -o ./deep/../deep/er/still",
      "plan data -o more --bundle", "plan data -o more", "frontier data -o more",
      "batch data --workers 1 --force",
    ]
    for line in lines {
      let outcome = try Shorewise.shell("cd \"$1\" && shorewise \(line)", [scratch.url.path])
      #expect(outcome.status == 0, "\(line): \(outcome.error)")
    }
    // With a style of the house and its logo beside the results.
    try scratch.write("title: Ours\nlogo: logo.svg\n", "frontier/report.yaml")
    try scratch.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "frontier/logo.svg")
    let styled = try Shorewise.shell(
      "cd \"$1\" && shorewise stress frontier -o frontier", [scratch.url.path])
    #expect(styled.status == 0, "\(styled.error)")
  }

  @Test(.enabled(if: InstalledChromium.isThere, InstalledChromium.absence))
  func `a printed report is known again, and others are not`() throws {
    let scratch = try Scratch(Cases.small)
    let line =
      "cd \"$1\" && shorewise report plan --format pdf -o \"$2\""
    try Shorewise.run(["plan", scratch.path("data"), "-o", scratch.path("plan")])
    for _ in 0..<2 {
      let outcome = try Shorewise.shell(line, [scratch.url.path, "printed"])
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    try scratch.write(Array("%PDF-1.4 mine".utf8), "other/report.pdf")
    #expect(try Shorewise.shell(line, [scratch.url.path, "other"]).status == 1)
    #expect(try scratch.text("other/report.pdf") == "%PDF-1.4 mine")
  }

  @Test func `a file that is no page, and a result's own dataset`() throws {
    let scratch = try Self.scratch()
    try scratch.write("mine", "mine.html")
    try scratch.write("mine", "comparison.html")
    try scratch.write("mine", "frontier/report.md")
    let refused = [
      "compare runs.sqlite --html mine.html", "compare runs.sqlite --html plan",
      "compare runs.sqlite --html data/demand.csv", "report frontier plan",
      "report frontier --format markdown", "plan plan/inputs -o plan",
      "frontier frontier/inputs --set 'products.value*=2' -o frontier",
      "plan data -o linked",
    ]
    try #require(
      Shorewise.shell(
        "cd \"$1\" && cp -r plan linked && rm -r linked/inputs && ln -s ../data linked/inputs",
        [scratch.url.path]
      ).status == 0)
    let before = try texts(scratch.url.path)
    for line in refused {
      let outcome = try Shorewise.shell("cd \"$1\" && shorewise \(line)", [scratch.url.path])
      #expect(outcome.status == 1, "\(line): \(outcome.output)")
    }
    #expect(try texts(scratch.url.path) == before)
  }
}
