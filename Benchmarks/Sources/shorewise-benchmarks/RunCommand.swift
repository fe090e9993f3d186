import ArgumentParser
import BenchmarkRuns
import Foundation

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs Shorewise and the peers on the same datasets, one after another.",
    discussion: """
      Examples:
        shorewise-benchmarks run quick --shorewise .build/release/shorewise --python venv/bin/python
        shorewise-benchmarks run --dataset datasets/ev-battery
        shorewise-benchmarks run --instances instances --gap 0.01 --time-limit 120
        shorewise-benchmarks run scenarios --gap 0.01 --time-limit 600 --results scenarios.jsonl

      Each run is added to the file of results as it ends. A peer that is not installed \
      is told and left out.
      """)

  @Argument(help: "What to run.")
  var set: BenchmarkSet?

  @Option(
    help: ArgumentHelp(
      "A dataset to plan, instead of a set; may be given more than once.", valueName: "folder"))
  var dataset: [String] = []

  @Option(
    help: ArgumentHelp(
      "A folder with files of the literature's instances, instead of a set: capa, capb, capc of the OR-Library and PSC1-C1 to PSC1-C5, as far as they are there.",
      valueName: "folder"))
  var instances: String?

  @Option(help: ArgumentHelp("Relative gap within which each cost is proved.", valueName: "gap"))
  var gap = 0.001

  @Option(
    help: ArgumentHelp("Threads for each solver that can use them.", valueName: "n"))
  var threads = 2

  @Option(help: ArgumentHelp("Seconds for each run.", valueName: "seconds"))
  var timeLimit = 600.0

  @Option(
    help: ArgumentHelp(
      "The peers, by name, with commas between: \(Peer.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "names"))
  var solvers = Peer.usual.map(\.rawValue).joined(separator: ",")

  @Option(help: ArgumentHelp("The Python that has the peers' packages.", valueName: "program"))
  var python = "python3"

  @Option(help: ArgumentHelp("The folder of the peers' runners.", valueName: "folder"))
  var peers = "Benchmarks/peers"

  @Option(help: ArgumentHelp("The program to measure.", valueName: "program"))
  var shorewise = ".build/release/shorewise"

  @Option(help: ArgumentHelp("Its method, where it has a choice.", valueName: "method"))
  var method = "auto"

  @Option(help: ArgumentHelp("The file to add results to.", valueName: "file"))
  var results = "results.jsonl"

  @Option(
    help: ArgumentHelp(
      "Where datasets and programs are put (default: a folder that is removed again).",
      valueName: "folder"))
  var work: String?

  func validate() throws {
    if !(gap >= 0 && gap < 1) {
      throw ValidationError("--gap is \(gap); give a number from 0 to below 1, such as 0.001.")
    }
    if threads < 1 { throw ValidationError("--threads is \(threads); give 1 or more.") }
    if !(timeLimit > 0 && timeLimit.isFinite) {
      throw ValidationError("--time-limit is \(timeLimit); give a number of seconds above 0.")
    }
    _ = try chosen()
    if [set != nil, !dataset.isEmpty, instances != nil].count(where: \.self) != 1 {
      throw ValidationError("Give one of a set to run, such as quick, --dataset and --instances.")
    }
    if let literature, literature.found.isEmpty {
      throw ValidationError(
        "--instances: \(instances ?? "") has none of \(literature.missing.joined(separator: ", "))."
      )
    }
    for folder in dataset where !FileManager.default.fileExists(atPath: "\(folder)/plan.yaml") {
      throw ValidationError("--dataset: \(folder) has no plan.yaml.")
    }
    for (option, path) in [("--peers", peers), ("--shorewise", shorewise)]
    where path.contains("/") && !FileManager.default.fileExists(atPath: path) {
      throw ValidationError("\(option): there is nothing at \(path).")
    }
  }

  func run() throws {
    let folder =
      work.map { URL(fileURLWithPath: $0, isDirectory: true) }
      ?? FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-benchmarks-\(UUID().uuidString)")
    defer { if work == nil { try? FileManager.default.removeItem(at: folder) } }
    let settings = RunSettings(
      gap: gap, threads: threads, timeLimit: timeLimit, peers: try chosen(), python: python,
      runners: URL(fileURLWithPath: peers, isDirectory: true), shorewise: shorewise,
      method: method)
    let runner = try BenchmarkRunner(
      settings: settings, set: set?.rawValue ?? (instances == nil ? "datasets" : "literature"),
      cases: set?.cases ?? folders,
      file: RecordFile(URL(fileURLWithPath: results)),
      folder: folder, tell: { StandardError.write("\($0)\n") })
    for (peer, reason) in runner.missing {
      StandardError.write("MISSING: \(peer.rawValue) is left out: \(reason)\n")
    }
    for name in literature?.missing ?? [] {
      StandardError.write("MISSING: \(name) is left out: there is no file of that name\n")
    }
    let records = try runner.run()
    print(ResultTable(records).markdown, terminator: "")
    let contradictions = CrossCheck.contradictions(in: records)
    for contradiction in contradictions { StandardError.write("\(contradiction)\n") }
    // Times of solvers of which one is wrong are worth nothing.
    if !contradictions.isEmpty { throw ExitCode.failure }
  }

  private var literature: (found: [LiteratureInstance], missing: [String])? {
    instances.map { LiteratureInstance.all(in: URL(fileURLWithPath: $0, isDirectory: true)) }
  }

  private var folders: [BenchmarkCase] {
    (literature?.found ?? []).map { BenchmarkCase(.instance($0)) }
      + dataset.map { BenchmarkCase(.folder(URL(fileURLWithPath: $0, isDirectory: true))) }
  }

  private func chosen() throws -> [Peer] {
    try solvers.split(separator: ",").map { name in
      guard let peer = Peer(rawValue: String(name)) else {
        let known = Peer.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--solvers: there is no '\(name)'; known are \(known).")
      }
      return peer
    }
  }
}
