/// A run as a worker gets it: what to call, and within which limits. A task of a cluster reads a list of them.
public struct RunJob: Sendable, Codable, Equatable {
  /// The run in the store.
  public var run: Int64
  /// The command with all its options but the folder of results, as they are typed.
  public var words: [String]
  /// What is added when a run is tried again after its process failed.
  public var saferWords: [String]
  /// What is added besides where the process crashed or hung, rather than ran out of memory.
  public var otherWayWords: [String]

  /// Creates a job.
  public init(run: Int64, words: [String], saferWords: [String], otherWayWords: [String]) {
    self.run = run
    self.words = words
    self.saferWords = saferWords
    self.otherWayWords = otherWayWords
  }
}

/// What a worker may take.
public struct WorkerLimits: Sendable, Codable, Equatable {
  /// The most memory, in bytes.
  public var memoryBytes: Int64?
  /// The most wall seconds.
  public var wallSeconds: Double
  /// The most wall seconds without any use of a processor.
  public var idleSeconds: Double

  /// Creates limits.
  public init(
    memoryBytes: Int64? = nil, wallSeconds: Double = 7 * 86_400, idleSeconds: Double = 60
  ) {
    self.memoryBytes = memoryBytes
    self.wallSeconds = wallSeconds
    self.idleSeconds = idleSeconds
  }
}

/// The programs that give results, by version.
public struct Versions: Sendable, Codable, Equatable {
  /// Of Shorewise.
  public var shorewise: String
  /// Of GLPK.
  public var glpk: String

  /// Creates versions.
  public init(shorewise: String, glpk: String) {
    self.shorewise = shorewise
    self.glpk = glpk
  }
}

/// How a worker is called.
public struct WorkerProgram: Sendable, Equatable {
  /// The program.
  public var path: String
  /// What comes before the words of a job.
  public var leading: [String]
  /// What it is.
  public var versions: Versions

  /// Creates a program.
  public init(path: String, leading: [String], versions: Versions) {
    self.path = path
    self.leading = leading
    self.versions = versions
  }
}
