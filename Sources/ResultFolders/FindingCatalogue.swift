import Alternatives
import Diagnosis
import Explanation
public import Findings
import Premium
import Resilience
import Sensitivity

/// Every kind of finding that an output folder may hold, in the order in which the report shows them.
public enum FindingCatalogue {
  /// The kinds.
  public static let kinds: [any Finding.Type] = [
    StressRecord.self, PremiumRecord.self, SourceMapRecord.self, FlipRecord.self,
    RegretRecord.self, AlternativesRecord.self,
    ExplanationRecord.self, DiagnosisRecord.self,
  ]

  /// The names of their JSON files.
  public static var files: [String] { kinds.map { $0.file } }
}
