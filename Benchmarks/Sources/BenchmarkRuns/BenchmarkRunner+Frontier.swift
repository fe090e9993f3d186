import Foundation

extension BenchmarkRunner {
  /// Times a frontier of Shorewise, then the peers on the program under the same caps, one after another.
  func frontier(_ benchmark: BenchmarkCase, _ dataset: URL) throws -> [RunRecord] {
    let result = folder.appendingPathComponent("\(benchmark.name)-frontier")
    let points = benchmark.frontierPoints ?? 2
    let outcome = try timedShorewise(
      ["frontier", dataset.path, "--tolerance", "0", "--points", "\(points)"], result,
      limits: points)
    let answer = ShorewiseAnswer(file: result.appendingPathComponent("frontier.json"))
    var whole = blank(benchmark, dataset, solver: "shorewise", version: shorewiseVersion)
    fill(&whole, outcome, answer)
    // A search for so many points always ends before an uncertainty of 0.
    if let found = answer?.points?.count {
      whole.status = found >= points ? .solved : .limit
      whole.note = "\(found) of \(points) points"
    }
    try keep(whole)
    var records = [whole]
    for point in answer?.points ?? [] {
      // A millionth above the point's own risk, so that no solver's tolerance makes the program infeasible.
      let cap = point.salesAtRisk * (1 + 1e-6) + 1e-9
      var record = blank(benchmark, dataset, solver: "shorewise", version: shorewiseVersion)
      record.cap = cap
      record.objective = point.cost
      // Its bound holds at its own risk alone, and not a millionth above it: it is left out of the cross-check.
      record.status = .solved
      record.note = "a point of the frontier"
      try keep(record)
      records.append(record)
      records += try peerRuns(benchmark, dataset, cap: cap)
    }
    if let record = try grid(benchmark, dataset, points) { records.append(record) }
    return records
  }

  /// Runs pyaugmecon's grid of as many points, in the time of as many solves; nil where it is not installed.
  private func grid(
    _ benchmark: BenchmarkCase, _ dataset: URL, _ points: Int
  ) throws -> RunRecord? {
    let runner = settings.runners.appendingPathComponent("augmecon.py").path
    let version = PeerAnswer(
      output: try ChildProcess(settings.python, [runner]).run(longest: 120, in: folder).output)
    guard let version, version.status != "missing" else {
      tell("MISSING: pyaugmecon is left out: \(version?.note ?? "its runner does not start")")
      return nil
    }
    let place = folder.appendingPathComponent("\(benchmark.name)-grid")
    defer { try? FileManager.default.removeItem(at: place) }
    let programs = try ["cost", "risk"].map {
      try shorewise.export(
        dataset, links: "weak", minimise: $0, to: place.appendingPathComponent($0)
      ).path
    }
    let arguments =
      [runner, programs[0], "--risk", programs[1], "--points", "\(points)"]
      + effort(limits: points)
    let outcome = try ChildProcess(settings.python, arguments)
      .run(longest: longest * Double(points), in: folder)
    var record = blank(benchmark, dataset, solver: "pyaugmecon", version: version.version ?? "")
    record.links = "weak"
    fill(&record, outcome, PeerAnswer(output: outcome.output))
    try keep(record)
    return record
  }
}
