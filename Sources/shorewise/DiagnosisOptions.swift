import ArgumentParser
import Diagnosis
import Findings
import Studies
import TextFiles

/// Whether a command that has proved that no plan exists goes on to say why.
struct DiagnosisOptions: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "If no plan exists: say why, as `diagnose` does.")
  var diagnosis = true

  /// Says why no plan exists: behind the answer, or on standard error where the answer is JSON, and in a file beside it.
  func explain(_ study: DiagnosisStudy, _ output: OutputOptions, _ line: ProgressLine) throws {
    guard diagnosis else { return }
    let record = study.run(
      isKnownImpossible: true, progress: { line.show(step: "solves \($1)  \($0)  ") },
      solving: { line.show($0) })
    line.finish()
    let text = DiagnosisText(record).explanation
    if output.json { StandardError.tell(text) } else { StandardOutput.tell(text) }
    guard let folder = output.output else { return }
    try Failure.ofFiles { () throws(Faults) in try record.write(to: folder) }
  }
}
