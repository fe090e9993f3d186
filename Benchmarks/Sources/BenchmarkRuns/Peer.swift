import Foundation

/// The solvers that Shorewise is compared with.
public enum Peer: String, Sendable, CaseIterable {
  /// HiGHS.
  case highs
  /// SCIP.
  case scip
  /// CBC.
  case cbc
  /// OR-Tools with the engine that was the fastest of its engines, HiGHS.
  case ortools
  /// OR-Tools with SCIP, the next one.
  case ortoolsSCIP = "ortools-scip"
  /// GLPK on the whole program.
  case glpk

  /// Those that are run unless others are asked for.
  public static let usual: [Peer] = [.highs, .scip, .cbc, .ortools, .glpk]

  /// The name in tables.
  public var title: String {
    switch self {
    case .highs: "HiGHS"
    case .scip: "SCIP"
    case .cbc: "CBC"
    case .ortools: "OR-Tools (HiGHS)"
    case .ortoolsSCIP: "OR-Tools (SCIP)"
    case .glpk: "GLPK, whole program"
    }
  }

  /// The runner's file.
  var runner: String {
    switch self {
    case .highs: "highs.py"
    case .scip: "scip.py"
    case .cbc: "cbc.py"
    case .ortools: "or_tools_highs.py"
    case .ortoolsSCIP: "or_tools_scip.py"
    case .glpk: "glpk.py"
    }
  }
}

/// The one line of JSON that a runner prints.
struct PeerAnswer: Decodable {
  var version: String?
  var status: String?
  var objective: Double?
  var bound: Double?
  var peakKiB: Int?
  var note: String?
  /// Seconds that the runner took to load Python's packages.
  var loading: Double?
  /// Processor seconds of that.
  var loadingProcessor: Double?
  /// Seconds after that.
  var seconds: Double?
  var trace: SearchTrace?

  enum CodingKeys: String, CodingKey {
    case version, status, objective, bound, note, loading, seconds, trace
    case loadingProcessor = "loading_processor"
    case peakKiB = "peak_kib"
  }

  /// The answer in what a runner printed: its last line, since some solvers print before it.
  init?(output: String) {
    guard let line = output.split(whereSeparator: \.isNewline).last,
      let answer = try? JSONDecoder().decode(PeerAnswer.self, from: Data(line.utf8))
    else { return nil }
    self = answer
  }
}
