import Foundation
import Modeling
import Testing

/// LP and MPS files.
@Suite struct ExportTests {
  /// Two sites, of which one may be opened, and a market.
  private func small() -> LinearProgram {
    var program = LinearProgram(name: "two sites")
    let open = program.addColumn("open[ningde-cells,2026]", to: 1, cost: 120.5, isInteger: true)
    let near = program.addColumn("ship[ningde,é]", cost: 0.1)
    let far = program.addColumn("ship[erfurt,é]", from: -1, to: 7)
    program.addRow("demand", AwkwardPrograms.expression((1, near), (1, far)), from: 8, to: 9)
    program.addRow("capacity", AwkwardPrograms.expression((-40, open), (1, near)), to: 0)
    return program
  }

  @Test func `LP text of a small program`() {
    #expect(
      small().lpText() == """
        \\ two_sites
        Minimize
         cost: + 120.5 open(ningde_cells,2026) + 0.1 ship(ningde,_)
        Subject To
         demand: + 1 ship(ningde,_) + 1 ship(erfurt,_) >= 8
         demand.upper: + 1 ship(ningde,_) + 1 ship(erfurt,_) <= 9
         capacity: - 40 open(ningde_cells,2026) + 1 ship(ningde,_) <= 0
        Bounds
         0 <= open(ningde_cells,2026) <= 1
         -1 <= ship(erfurt,_) <= 7
        Generals
         open(ningde_cells,2026)
        End

        """)
  }

  @Test func `MPS text of a small program`() {
    #expect(
      small().mpsText() == """
        NAME two_sites FREE
        ROWS
         N cost
         G demand
         L capacity
        COLUMNS
         MARKER1 'MARKER' 'INTORG'
         open(ningde_cells,2026) cost 120.5
         open(ningde_cells,2026) capacity -40
         MARKER2 'MARKER' 'INTEND'
         ship(ningde,_) cost 0.1
         ship(ningde,_) demand 1
         ship(ningde,_) capacity 1
         ship(erfurt,_) demand 1
        RHS
         RHS demand 8
        RANGES
         RNG demand 1
        BOUNDS
         UP BND open(ningde_cells,2026) 1
         LO BND ship(erfurt,_) -1
         UP BND ship(erfurt,_) 7
        ENDATA

        """)
  }

  @Test func `names are safe, unique and the same each time`() throws {
    var program = LinearProgram()
    let awkward = [
      "a b", "a-b", "a_b", "a_b_2", "", "", "1e5", "e5", "EE", "E", ".5", "Free", "INF", "x\ty",
      "\u{1F3ED}", "[", "]", "-", "\"", String(repeating: "ö", count: 300),
      String(repeating: "ü", count: 300), String(repeating: "n", count: 300) + "1",
      String(repeating: "n", count: 300) + "2", "nothing",
    ]
    for name in awkward { _ = program.addColumn(name, cost: 1) }
    let text = program.lpText()
    #expect(text == program.lpText())
    let objective = text.split(separator: "Subject To")[0].split(separator: ":")[1]
    let names = objective.split { " \n".contains($0) }.filter { $0 != "+" && $0 != "1" }.map(
      String.init)
    #expect(names.count == awkward.count)
    #expect(Set(names).count == awkward.count)
    let safe = try Regex("[A-Za-z][A-Za-z0-9_.(),]*")
    for name in names {
      #expect(name.wholeMatch(of: safe) != nil, "\(name)")
      #expect(name.count <= 100)
      #expect(try name.wholeMatch(of: Regex("[eE][0-9.eE].*")) == nil, "\(name)")
    }
  }

  @Test func `numbers read back as they were`() throws {
    var program = LinearProgram()
    let values: [Double] = [
      0.1, 1 / 3, 1e-300, 1.7976931348623157e308, 2.5e-308, 123456789.123456789,
    ]
    for (index, value) in values.enumerated() { _ = program.addColumn("v\(index)", cost: value) }
    let words = program.lpText().split { " \n".contains($0) }
    for (index, value) in values.enumerated() {
      let position = try #require(words.firstIndex(of: "v\(index)"))
      #expect(Double(words[position - 1]) == value)
    }
  }

  @Test(
    .enabled("glpsol is not installed") { Glpsol.isInstalled },
    arguments: ["lp", "freemps"])
  func `glpsol reads what is written and finds the same`(format: String) throws {
    let cases: [(LinearProgram, Double?)] = [
      (AwkwardPrograms.everything(), -40), (AwkwardPrograms.empty(), 0),
      (AwkwardPrograms.impossible(), nil), (AwkwardPrograms.noObjective(), 0), (small(), 120.6),
    ]
    for (program, optimum) in cases {
      let text = format == "lp" ? program.lpText() : program.mpsText()
      let found = try Glpsol.optimum(of: text, format: format)
      if let optimum {
        #expect(abs(try #require(found) - optimum) < 1e-9, "\(program.name)")
      } else {
        #expect(found == nil)
      }
    }
  }
}

/// The command-line solver of GLPK.
enum Glpsol {
  static let path = "/usr/bin/glpsol"
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The optimum, or nothing if there is none.
  static func optimum(of text: String, format: String) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try text.write(to: input, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["--\(format)", input.path(), "-o", output.path()]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let report = try String(contentsOf: output, encoding: .utf8)
    let lines = report.split(separator: "\n")
    let status = try #require(lines.first { $0.hasPrefix("Status:") })
    guard status.hasSuffix("OPTIMAL") else { return nil }
    let objective = try #require(lines.first { $0.hasPrefix("Objective:") })
    return objective.split { " =".contains($0) }.compactMap { Double($0) }.first
  }
}
