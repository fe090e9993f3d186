import RunStore
import TextFiles
import Wording

/// Finds the runs that a choice means, or says why there are none.
struct RunSelection {
  /// The store's path, for messages.
  let store: String
  /// All runs of the store.
  let runs: [StoredRun]
  let choice: ComparisonChoice

  /// The two runs of a pair.
  func pair(_ pair: ComparisonChoice.Pair) throws(Faults) -> (StoredRun, StoredRun) {
    switch pair {
    case .runs(let first, let second): (try run(first), try run(second))
    case .variants(let first, let second): try variants(first, second)
    }
  }

  /// The runs of a sweep, or all, as the other options narrow them; in groups.
  func groups() throws(Faults) -> [RunGroup] {
    var runs = try narrowed()
    if let sweep = choice.sweep {
      let known = Set(runs.compactMap(\.request.sweep)).sorted()
      runs = runs.filter { $0.request.sweep == sweep }
      if runs.isEmpty {
        throw fault(
          "there is no run of a sweep '\(sweep)'",
          known.isEmpty
            ? "Leave --sweep out: no run belongs to a sweep."
            : "The sweeps are \(Self.listed(known)).")
      }
    }
    return RunGroup.all(of: runs)
  }

  // MARK: Pairs

  private func run(_ id: Int64) throws(Faults) -> StoredRun {
    if let run = runs.first(where: { $0.id == id }) { return run }
    throw fault("there is no run \(id)", "`shorewise compare STORE` lists the runs.")
  }

  private func variants(_ first: String, _ second: String) throws(Faults)
    -> (StoredRun, StoredRun)
  {
    let groups = RunGroup.all(of: try narrowed())
    for name in [first, second] where !groups.contains(where: { $0.run(ofVariant: name) != nil }) {
      let known = Set(
        groups.flatMap(\.runs).map { RunFacts.name(ofVariant: $0.request.key.variant) })
      throw fault(
        "there is no run of a variant '\(name)'",
        "The variants are \(Self.listed(known.sorted())); - is the dataset as its files are.")
    }
    let pairs = groups.compactMap { group in
      group.run(ofVariant: first).flatMap { one in
        group.run(ofVariant: second).map { (group.key, one, $0) }
      }
    }
    guard let (_, one, other) = pairs.first else {
      throw fault(
        "'\(first)' and '\(second)' were not run on one dataset by one command with the same options",
        "Run them so with `shorewise batch`, or name two runs with --run.")
    }
    if pairs.count > 1 {
      let choices = pairs.map { key, one, other in
        """
          --dataset \(key.dataset) --command \(key.command) --options '\(key.optionsText)'\
           (or --run \(one.id) --run \(other.id))
        """
      }
      throw fault(
        "'\(first)' and '\(second)' were run in \(pairs.count) ways",
        "Say which is meant:\n" + choices.joined(separator: "\n"))
    }
    return (one, other)
  }

  // MARK: Narrowing

  private func narrowed() throws(Faults) -> [StoredRun] {
    if runs.isEmpty {
      throw fault("the store has no runs", "Fill it with `shorewise batch --store`.")
    }
    var left = runs
    if let dataset = choice.dataset {
      left = try narrow(left, "dataset", dataset, { $0.request.key.dataset }) {
        Self.isSamePath($0.request.key.dataset, dataset)
      }
    }
    if let command = choice.command {
      left = try narrow(left, "command", command, { $0.request.key.command }) {
        $0.request.key.command == command
      }
    }
    if let options = choice.options {
      left = try narrow(left, "options", options, { RunGroup.Key($0).optionsText }) {
        RunGroup.Key($0).optionsText == options
      }
    }
    return left
  }

  private func narrow(
    _ runs: [StoredRun], _ option: String, _ value: String, _ of: (StoredRun) -> String,
    where isMeant: (StoredRun) -> Bool
  ) throws(Faults) -> [StoredRun] {
    let left = runs.filter(isMeant)
    if left.isEmpty {
      throw fault(
        "no run is meant by --\(option) '\(value)'",
        "The store has \(Self.listed(Set(runs.map { "'\(of($0))'" }).sorted())).")
    }
    return left
  }

  /// Whether one path is the other, or its end: the store may have come from another folder.
  private static func isSamePath(_ path: String, _ other: String) -> Bool {
    func parts(_ path: String) -> [Substring] {
      path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    }
    let (long, short) = (parts(path), parts(other))
    return path == other
      || (!short.isEmpty && !long.isEmpty)
        && (long.suffix(short.count) == short[...] || short.suffix(long.count) == long[...])
  }

  /// At most a dozen of the names, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }

  private func fault(_ cause: String, _ cure: String) -> Faults {
    Faults([Fault(file: store, cause: cause, cure: cure)])
  }
}
