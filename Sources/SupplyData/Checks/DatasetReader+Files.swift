import TextFiles

extension DatasetReader {
  /// Which files there are: required ones, unknown tables, files that could not be read.
  func checkFiles() {
    for fault in source.faults { log.add(fault) }
    for name in source.files.keys.sorted() { check(name) }
    let required = [SettingsReader.file] + TableSchema.all.filter(\.isRequired).map(\.file)
    for file in required where source.files[file] == nil && !source.isUnreadable(file) {
      log.add(
        file, "the file is missing",
        cure: "Add it: every dataset needs a file with exactly this name.")
    }
  }

  private func check(_ name: String) {
    if DatasetSource.isKnown(name) {
      guard source.files[name, default: []].count > DatasetSource.largestFile else { return }
      log.add(
        name, "the file is larger than 128 MiB", cure: "Split the problem, or leave out rows.")
    } else if name.lowercased().hasSuffix(".csv") {
      let names = TableSchema.all.map(\.file)
      log.add(
        name, "there is no table of this name",
        cure: Suggestion.cure(
          for: name, among: names,
          otherwise: "Move the file out of the folder, or into a subfolder."))
    }
  }
}
