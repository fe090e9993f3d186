public import TextFiles

/// A valid dataset, and what is strange about it.
public struct DatasetReading: Sendable {
  /// The dataset.
  public var dataset: Dataset
  /// What is doubtful or has no effect, in the order of file, line and column; none of it stops a
  /// solve.
  public var warnings: [Fault]
}

extension Dataset {
  /// Reads the files of a dataset and checks every rule.
  ///
  /// ```swift
  /// let reading = try Dataset.reading(DatasetSource(folder: "datasets/first-steps"))
  /// for warning in reading.warnings { print(warning) }
  /// ```
  ///
  /// - Throws: all that is against the rules, each with file, line, column, cause and cure.
  /// - Complexity: linear in the size of the files.
  public static func reading(_ source: DatasetSource) throws(Faults) -> DatasetReading {
    try DatasetReader(source).read()
  }
}
