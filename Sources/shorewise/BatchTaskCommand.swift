import ArgumentParser
import Batch
import Modeling
import TextFiles

/// A task of a cluster; for Slurm to call, not for a user.
struct BatchTaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: SlurmTask.command, abstract: "Some runs of a batch.", shouldDisplay: false)

  @Argument(help: "The file that says which.")
  var file: String

  func run() throws {
    let cancellation = Interrupts.cancellation(
      "the task is ending: the current run will start again later")
    let task = SlurmTask(file: file, program: WorkerCommand.program)
    let isDone = try Failure.ofFiles { () throws(Faults) in
      try task.run(isStopped: { cancellation.isCancelled })
    }
    if !isDone { throw ExitCode.failure }
  }
}
