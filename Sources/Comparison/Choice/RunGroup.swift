import RunStore

/// Runs that answer the same question of one dataset, each for another variant: what may be compared.
struct RunGroup {
  /// What they have in common.
  struct Key: Hashable {
    let dataset: String
    let command: String
    let options: [String]

    init(_ run: StoredRun) {
      dataset = run.request.key.dataset
      command = run.request.key.command
      options = run.request.key.options
    }

    /// The command with its options, as it is typed.
    var question: String { ([command] + options).joined(separator: " ") }
    /// The options, as they are typed.
    var optionsText: String { options.joined(separator: " ") }
  }

  let key: Key
  let runs: [StoredRun]

  /// The groups, in the order of their first runs.
  static func all(of runs: [StoredRun]) -> [RunGroup] {
    var keys: [Key] = []
    var groups: [Key: [StoredRun]] = [:]
    for run in runs {
      let key = Key(run)
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(run)
    }
    return keys.map { RunGroup(key: $0, runs: groups[$0] ?? []) }
  }

  /// The run of a variant.
  func run(ofVariant name: String) -> StoredRun? {
    runs.first { RunFacts.name(ofVariant: $0.request.key.variant) == name }
  }
}
