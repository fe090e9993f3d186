import DatasetReadings
import TestDatasets
import TestMutations

/// What libFuzzer calls with every input: a dataset in one piece, see ``DatasetArchive``.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let outcome = ReadingOutcome(of: DatasetArchive.unpacked(bytes))
  if case .wrong(let words) = outcome { fatalError(words) }
  return 0
}

/// What libFuzzer calls for a new input: half of its own changes know of no cell, so half are ours.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ longest: Int, _ seed: CUnsignedInt
) -> Int {
  if seed % 4 == 0 { return libFuzzerMutate(data, size, longest) }
  var random = SplitMix64(seed: UInt64(seed))
  let files = DatasetArchive.unpacked(Array(UnsafeBufferPointer(start: data, count: size)))
  let bytes = DatasetArchive.packed(Mutation.mutated(files, with: &random))
  guard !bytes.isEmpty, bytes.count <= longest else { return libFuzzerMutate(data, size, longest) }
  for (index, byte) in bytes.enumerated() { data[index] = byte }
  return bytes.count
}

@_silgen_name("LLVMFuzzerMutate")
private func libFuzzerMutate(
  _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ longest: Int
) -> Int

/// Where the program begins: SwiftPM lets `main` be the function of this name.
@_cdecl("dataset_fuzzer_main")
public func begin(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runLibFuzzer(&count, &arguments, testOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
