import Foundation
import RunStore
import Synchronization

@testable import Batch

/// Slurm for tests: its programs are scripts that write and read files, its nodes are threads of the test.
final class FakeCluster: Sendable {
  /// What becomes of a task.
  enum Fate: Sendable, Equatable {
    /// It runs to its end.
    case run
    /// It ends at once, solving nothing; the queue knows it in this state.
    case end(String)
    /// It vanishes: the queue never knew it.
    case vanish
    /// It waits for ever.
    case wait
  }

  private struct State {
    /// States by number of the array and place in it.
    var tasks: [String: [Int: String]] = [:]
    var names: [String: String] = [:]
    var isOver = false
  }

  let path: String
  private let program: WorkerProgram
  private let fate: @Sendable (_ array: Int, _ task: Int) -> Fate
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: whose program solves the runs.
  ///   - fate: what becomes of a task, by the number of its array from 1 and its place in it.
  init(
    _ folder: WorkFolder,
    fate: @escaping @Sendable (_ array: Int, _ task: Int) -> Fate = { _, _ in .run }
  ) throws {
    path = folder.path + "/cluster"
    program = folder.worker
    self.fate = fate
    for folder in ["arrays", "seen"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
    try write("", to: "queue")
    try script(
      "sbatch",
      """
      if [ -e refusal ]; then cat refusal >&2; exit 1; fi
      n=$(ls arrays | wc -l)
      if [ -e limit ] && [ $n -ge $(cat limit) ]; then echo 'sbatch: error: no room' >&2; exit 1; fi
      n=$((n + 1))
      { for word; do echo "$word"; done; } > new; mv new arrays/$n
      # The queue knows an array before sbatch says its number.
      left=6000
      while [ ! -e seen/$n ] && [ $left -gt 0 ]; do sleep 0.01; left=$((left - 1)); done
      echo $n
      """)
    try script(
      "squeue",
      """
      if [ -e down ]; then echo 'slurm_load_jobs error: Unable to contact slurm controller' >&2; exit 1; fi
      cat queue
      """)
    try script("sacct", "if [ -e accounts ]; then cat accounts; else exit 1; fi")
    try script("scancel", "echo \"$*\" >> cancelled")
    try script("scontrol", "echo 'MaxArraySize            = 3'")
    Thread.detachNewThread { [self] in
      while !state.withLock({ $0.isOver }) {
        look()
        usleep(10_000)
      }
    }
  }

  /// Ends the nodes.
  func end() { state.withLock { $0.isOver = true } }

  /// Settings under which everything is quick.
  func settings(chunk: Int? = nil, options: [String] = []) -> SlurmSettings {
    SlurmSettings(
      options: options, chunkLength: chunk, programs: programs,
      pace: SlurmPace(
        takeSeconds: 0.02, lookSeconds: 0.05...0.05, graceSeconds: 0.2, retrySeconds: 0.2,
        stopSeconds: 2))
  }

  var programs: SlurmPrograms {
    SlurmPrograms(
      sbatch: path + "/sbatch", squeue: path + "/squeue", sacct: path + "/sacct",
      scancel: path + "/scancel", scontrol: path + "/scontrol")
  }

  /// The words of the calls of `sbatch`.
  var arrays: [[String]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/arrays")) ?? []
    return names.compactMap { Int($0) }.sorted().map { words(of: $0) }
  }

  /// What was cancelled.
  var cancelled: String {
    (try? String(contentsOfFile: path + "/cancelled", encoding: .utf8)) ?? ""
  }

  func write(_ text: String, to file: String) throws {
    try text.write(toFile: "\(path)/\(file)", atomically: true, encoding: .utf8)
  }

  func remove(_ file: String) { unlink("\(path)/\(file)") }

  // MARK: Nodes

  private func script(_ name: String, _ text: String) throws {
    try ProgramFile.write(
      "#!/bin/sh\ncd '\(path)' || exit 1\n\(text)\n", to: "\(path)/\(name)")
  }

  private func words(of array: Int) -> [String] {
    ((try? String(contentsOfFile: "\(path)/arrays/\(array)", encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init)
  }

  /// Starts what is new.
  private func look() {
    let count = arrays.count
    var new: [Int] = []
    for number in 1...max(1, count) where number <= count {
      let job = "\(number)"
      guard state.withLock({ $0.tasks[job] == nil }) else { continue }
      new.append(number)
      let words = words(of: number)
      let option = { (name: String) in
        words.first { $0.hasPrefix("--\(name)=") }.map { String($0.dropFirst(name.count + 3)) }
          ?? ""
      }
      let last = option("array").split(separator: "%").first?.split(separator: "-").last ?? "0"
      let folder =
        words.last.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? ""
      state.withLock { state in
        state.names[job] = option("job-name")
        state.tasks[job] = [:]
      }
      for task in 0...(Int(last) ?? 0) { start(job, number, task, folder) }
    }
    tellQueue()
    for number in new { try? write("", to: "seen/\(number)") }
  }

  private func start(_ job: String, _ number: Int, _ task: Int, _ folder: String) {
    switch fate(number, task) {
    case .vanish: break
    case .wait: set(job, task, "PENDING")
    case .end(let name): set(job, task, name)
    case .run:
      set(job, task, "RUNNING")
      Thread.detachNewThread { [self] in
        let work = SlurmTask(file: "\(folder)/chunk-\(task).json", program: program)
        let isDone = (try? work.run(isStopped: { [self] in !cancelled.isEmpty })) ?? false
        set(job, task, isDone ? "COMPLETED" : "FAILED")
      }
    }
  }

  private func set(_ job: String, _ task: Int, _ name: String) {
    state.withLock { $0.tasks[job]?[task] = name }
  }

  private func tellQueue() {
    let isCancelled = !cancelled.isEmpty
    let lines = state.withLock { state in
      state.tasks.flatMap { job, tasks in
        tasks.map { task, name in
          let shown = isCancelled && name == "PENDING" ? "CANCELLED" : name
          return "\(state.names[job] ?? "")|\(job)|\(task)|\(shown)|None\n"
        }
      }
    }
    try? write(lines.joined(), to: "queue")
  }
}
