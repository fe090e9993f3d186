import Foundation
internal import GRDB
import SupplyData
public import TextFiles

/// What the store has of a run that is asked for.
public struct RunStanding: Sendable, Equatable {
  /// The run; `nil` where it was never asked for.
  public var run: Int64?
  /// How it stands.
  public var status: RunStatus
  /// Why, in words, where it is not solved.
  public var reason: String?
  /// Whether it was solved for the dataset as it is now.
  public var isCurrent: Bool
  /// The batch that is at it.
  public var batch: String?
  /// How many times the row was changed: who would claim it must have seen its last state.
  public var revision: Int64

  /// Creates a standing.
  public init(
    run: Int64? = nil, status: RunStatus = .pending, reason: String? = nil, isCurrent: Bool = false,
    batch: String? = nil, revision: Int64 = 0
  ) {
    self.run = run
    self.status = status
    self.reason = reason
    self.isCurrent = isCurrent
    self.batch = batch
    self.revision = revision
  }
}

extension RunStore {
  /// How the runs stand that are asked for, in their order.
  public func standings(of requests: [RunRequest]) throws(Faults) -> [RunStanding] {
    try read { database in
      let statement = try database.makeStatement(
        sql: """
          SELECT id, status, reason, input_sha256, batch, revision FROM run
          WHERE dataset = ? AND variant = ? AND command = ? AND options = ?
          """)
      return try requests.map { request in
        try statement.setArguments(Self.arguments(of: request.key))
        guard let row = try Row.fetchOne(statement) else { return RunStanding() }
        return RunStanding(
          run: row["id"], status: RunStatus(rawValue: row["status"]) ?? .pending,
          reason: row["reason"], isCurrent: row["input_sha256"] == request.inputSHA256,
          batch: row["batch"], revision: row["revision"])
      }
    }
  }

  /// The inputs that the store does not have yet.
  public func missingInputs(of requests: [RunRequest]) throws(Faults) -> Set<String> {
    try read { database in
      let known = Set(try String.fetchAll(database, sql: "SELECT sha256 FROM input"))
      return Set(requests.map(\.inputSHA256)).subtracting(known)
    }
  }

  /// Keeps the files of inputs.
  public func add(_ inputs: [RunInput]) throws(Faults) {
    try write { database in
      for input in inputs {
        try database.execute(
          sql: "INSERT OR IGNORE INTO input (sha256, name, currency) VALUES (?, ?, ?)",
          arguments: [input.sha256, input.name, input.currency])
        guard database.changesCount == 1 else { continue }
        for (file, bytes) in input.files.sorted(by: { $0.key < $1.key }) {
          try database.execute(
            sql: "INSERT INTO input_file (input_sha256, file, blob_sha256) VALUES (?, ?, ?)",
            arguments: [input.sha256, file, try Self.keep(bytes, in: database)])
        }
      }
    }
  }

  /// Notes runs that are not known yet, in this order; what is known stays as it is.
  public func register(_ requests: [RunRequest]) throws(Faults) {
    try write { database in
      for request in requests {
        try database.execute(
          sql: """
            INSERT OR IGNORE INTO run
              (dataset, variant, command, options, sweep, input_sha256, status)
            VALUES (?, ?, ?, ?, ?, ?, 'pending')
            """,
          arguments: Self.arguments(of: request.key) + [request.sweep, request.inputSHA256])
        guard database.changesCount == 1 else { continue }
        try Self.keepAxes(of: request, as: database.lastInsertedRowID, in: database)
      }
    }
  }

  /// Takes a run for a batch, if nobody has changed it since `revision`. The result that it may have had goes.
  ///
  /// - Returns: whether the run is the batch's.
  public func claim(_ run: Int64, revision: Int64, as request: RunRequest, for batch: String)
    throws(Faults) -> Bool
  {
    try write { database in
      try database.execute(
        sql: """
          UPDATE run SET status = 'running', reason = NULL, batch = ?, revision = revision + 1,
            sweep = ?, input_sha256 = ?
          WHERE id = ? AND revision = ? AND status <> 'running'
          """, arguments: [batch, request.sweep, request.inputSHA256, run, revision])
      guard database.changesCount == 1 else { return false }
      try Self.removeResult(of: run, in: database)
      try database.execute(sql: "DELETE FROM run_axis WHERE run = ?", arguments: [run])
      try Self.keepAxes(of: request, as: run, in: database)
      return true
    }
  }

  /// Gives a run back that was claimed and not solved.
  public func release(_ run: Int64, of batch: String) throws(Faults) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE run SET status = 'pending', batch = NULL, revision = revision + 1
          WHERE id = ? AND batch = ? AND status = 'running'
          """, arguments: [run, batch])
    }
  }

  /// The runs that a batch has claimed and not yet solved.
  public func claims(of batch: String) throws(Faults) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database, sql: "SELECT id FROM run WHERE batch = ? AND status = 'running' ORDER BY id",
        arguments: [batch])
    }
  }

  /// Mean wall seconds of the runs of a dataset by a command that have a result; of all its runs where none has the
  /// same options, and `nil` without any.
  public func meanWallSeconds(of key: RunRequest.Key) throws(Faults) -> Double? {
    try read { database in
      let mean = """
        SELECT avg(wall_seconds) FROM run
        WHERE status IN ('solved', 'stopped', 'infeasible') AND dataset = ? AND command = ?
        """
      return try Double.fetchOne(
        database, sql: mean + " AND options = ?",
        arguments: [key.dataset, key.command, Self.text(of: key.options)])
        ?? Double.fetchOne(database, sql: mean, arguments: [key.dataset, key.command])
    }
  }

  private static func keepAxes(of request: RunRequest, as run: Int64, in database: Database)
    throws
  {
    for (place, axis) in request.axes.enumerated() {
      try database.execute(
        sql: "INSERT INTO run_axis (run, place, axis, value) VALUES (?, ?, ?, ?)",
        arguments: [run, place + 1, axis.axis, axis.value])
    }
  }

  private static func arguments(of key: RunRequest.Key) -> StatementArguments {
    [key.dataset, key.variant, key.command, text(of: key.options)]
  }

  /// A list of words as JSON.
  static func text(of words: [String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(words) else {
      preconditionFailure("texts can be encoded")
    }
    return String(decoding: data, as: UTF8.self)
  }

  static func words(of text: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }
}
