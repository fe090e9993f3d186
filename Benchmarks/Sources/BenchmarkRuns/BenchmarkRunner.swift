public import Foundation

/// How runs are made.
public struct RunSettings: Sendable {
  /// Relative gap within which each cost is proved.
  public var gap: Double
  /// Threads for each solver.
  public var threads: Int
  /// Seconds for each run.
  public var timeLimit: Double
  /// The solvers to compare with.
  public var peers: [Peer]
  /// The Python that has the peers' packages.
  public var python: String
  /// The folder of the peers' runners.
  public var runners: URL
  /// The program of Shorewise.
  public var shorewise: String
  /// Its method, where its command line can be told one.
  public var method: String

  /// Creates settings.
  public init(
    gap: Double, threads: Int, timeLimit: Double, peers: [Peer], python: String, runners: URL,
    shorewise: String, method: String
  ) {
    self.gap = gap
    self.threads = threads
    self.timeLimit = timeLimit
    self.peers = peers
    self.python = python
    self.runners = runners
    self.shorewise = shorewise
    self.method = method
  }
}

/// Runs Shorewise and its peers on the same datasets, one after another, and writes down each run as it ends.
public struct BenchmarkRunner {
  let settings: RunSettings
  let set: String
  let cases: [BenchmarkCase]
  let file: RecordFile
  let folder: URL
  let shorewise: Shorewise
  let shorewiseVersion: String
  let methodArguments: [String]
  /// The peers that are there, with their versions.
  let peers: [(peer: Peer, version: String)]
  /// The peers that are not there, each with the reason.
  public let missing: [(peer: Peer, reason: String)]
  let tell: (String) -> Void

  /// Looks which solvers there are.
  ///
  /// - Parameters:
  ///   - settings: how runs are made.
  ///   - set: what the cases are together, for the records.
  ///   - cases: what is run.
  ///   - file: where results go.
  ///   - folder: a folder for datasets and programs.
  ///   - tell: gets a line for each run.
  /// - Throws: what is wrong with Shorewise's program; a missing peer is no error.
  public init(
    settings: RunSettings, set: String, cases: [BenchmarkCase], file: RecordFile, folder: URL,
    tell: @escaping (String) -> Void
  ) throws {
    self.settings = settings
    self.set = set
    self.cases = cases
    self.file = file
    self.folder = folder
    self.tell = tell
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    shorewise = Shorewise(program: settings.shorewise, folder: folder)
    shorewiseVersion = try shorewise.version()
    methodArguments = try shorewise.knowsMethods() ? ["--method", settings.method] : []
    var peers: [(peer: Peer, version: String)] = []
    var missing: [(peer: Peer, reason: String)] = []
    for peer in settings.peers {
      let outcome = try? Self.process(peer, [], settings).run(longest: 120, in: folder)
      let answer = outcome.flatMap { PeerAnswer(output: $0.output) }
      if let version = answer?.version {
        peers.append((peer, version))
      } else {
        let reason = answer?.note ?? outcome?.error ?? "\(settings.python) cannot be run"
        missing.append((peer, String(reason.suffix(300))))
      }
    }
    self.peers = peers
    self.missing = missing
  }

  /// Runs the cases of the set.
  ///
  /// - Returns: all records, the contradictions among which are for the caller to report.
  /// - Throws: what is wrong with a dataset or with the disk; a solver that fails is a record.
  public func run() throws -> [RunRecord] {
    try cases.flatMap { benchmark in
      let dataset = try benchmark.dataset(in: folder, shorewise)
      return try benchmark.frontierPoints == nil
        ? plan(benchmark, dataset) : frontier(benchmark, dataset)
    }
  }

  private func plan(_ benchmark: BenchmarkCase, _ dataset: URL) throws -> [RunRecord] {
    let result = folder.appendingPathComponent("\(benchmark.name)-plan")
    // The log of a bundle tells how the search went.
    let outcome = try timedShorewise(["plan", dataset.path, "--bundle"], result, limits: 1)
    var record = blank(benchmark, dataset, solver: "shorewise", version: shorewiseVersion)
    fill(
      &record, outcome, ShorewiseAnswer(file: result.appendingPathComponent("plan.json")))
    let log = try? Data(contentsOf: result.appendingPathComponent("log.txt"))
    record.trace = log.map { SearchTrace(log: String(decoding: $0, as: UTF8.self)) }?
      .ending(at: outcome.seconds, objective: record.objective, bound: record.bound)
    try keep(record)
    return try [record] + peerRuns(benchmark, dataset, cap: nil)
  }

  /// Runs each peer on the program, with weak and with strong links.
  func peerRuns(
    _ benchmark: BenchmarkCase, _ dataset: URL, cap: Double?
  ) throws -> [RunRecord] {
    var records: [RunRecord] = []
    for links in ["weak", "strong"] {
      let place = folder.appendingPathComponent("\(benchmark.name)-\(links)")
      let program = try shorewise.export(dataset, links: links, cap: cap, to: place)
      for (peer, version) in peers {
        var record = blank(benchmark, dataset, solver: peer.rawValue, version: version)
        record.links = links
        record.cap = cap
        let arguments = [program.path] + effort(limits: 1)
        let outcome = try Self.process(peer, arguments, settings).run(longest: longest, in: folder)
        fill(&record, outcome, PeerAnswer(output: outcome.output))
        try keep(record)
        records.append(record)
      }
      // Exported programs of large datasets take hundreds of megabytes each.
      try FileManager.default.removeItem(at: place)
    }
    return records
  }

  /// Runs Shorewise with the effort that is granted to all; in the time of so many solves, where it makes them in one run.
  func timedShorewise(
    _ arguments: [String], _ result: URL, limits: Int
  ) throws -> ChildProcess.Outcome {
    try? FileManager.default.removeItem(at: result)
    return try ChildProcess(
      settings.shorewise,
      arguments + effort(limits: limits) + methodArguments + ["-o", result.path]
    ).run(longest: longest * Double(limits), in: folder)
  }

  func blank(
    _ benchmark: BenchmarkCase, _ dataset: URL, solver: String, version: String
  ) -> RunRecord {
    RunRecord(
      set: set, dataset: benchmark.name,
      scenarios: BenchmarkCase.rows(of: "scenarios", in: dataset),
      facilities: BenchmarkCase.rows(of: "facilities", in: dataset), solver: solver,
      version: version, gap: settings.gap,
      threads: settings.threads, timeLimit: settings.timeLimit, status: .error)
  }

  func keep(_ record: RunRecord) throws {
    try file.append(record)
    tell(RunLine(record).text)
  }

  /// Some seconds more than are granted: solvers heed a limit between steps, and reading and writing take time.
  var longest: Double { settings.timeLimit * 1.5 + 60 }

  func effort(limits: Int) -> [String] {
    [
      "--gap", "\(settings.gap)", "--threads", "\(settings.threads)", "--time-limit",
      "\(settings.timeLimit * Double(limits))",
    ]
  }

  private static func process(
    _ peer: Peer, _ arguments: [String], _ settings: RunSettings
  ) -> ChildProcess {
    let runner = settings.runners.appendingPathComponent(peer.runner).path
    return ChildProcess(settings.python, [runner] + arguments)
  }
}
