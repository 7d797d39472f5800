// verify-log checks a log of Gongze with the code of Go's checksum database, which shares nothing with ours.
//
//	verify-log FOLDER LOG-VKEY [-old CHECKPOINT] [WITNESS-VKEY ...]
//
// The folder is an export: checkpoint, tile/..., tile/entries/... Exit code 0: every entry stands in the signed tree, every witness
// named has cosigned it, and the tree begins with the older checkpoint. Anything else is told and ends with 1.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func check(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

// witness verifies timestamped cosignatures (C2SP tlog-cosignature), which the note package does not know.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	text := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(w.key, []byte(text), sig[8:])
}

func newWitness(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("no vkey: %s", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, fmt.Errorf("no key of a witness: %s", vkey)
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	return witness{parts[0], binary.BigEndian.Uint32(sum[:]), ed25519.PublicKey(key[1:])}, nil
}

func openTree(file string, log note.Verifier, witnesses []note.Verifier) tlog.Tree {
	text, err := os.ReadFile(file)
	check(err)
	signed, err := note.Open(text, note.VerifierList(append(witnesses, log)...))
	check(err)
	by := map[string]bool{}
	for _, sig := range signed.Sigs {
		by[sig.Name] = true
	}
	for _, v := range append(witnesses, log) {
		if !by[v.Name()] {
			check(fmt.Errorf("%s has not signed", v.Name()))
		}
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 4 || lines[0] != log.Name() {
		check(fmt.Errorf("not a checkpoint of %s", log.Name()))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

// folder reads tiles as C2SP lays them out; Go's own layout says the height as well.
type folder string

func (f folder) path(t tlog.Tile) string       { return strings.Replace(t.Path(), "tile/8/", "tile/", 1) }
func (f folder) read(p string) ([]byte, error) { return os.ReadFile(filepath.Join(string(f), p)) }

func (f folder) Height() int                     { return 8 }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, t := range tiles {
		var err error
		if data[i], err = f.read(f.path(t)); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func (f folder) entries(tree tlog.Tree, bundle int64) [][]byte {
	width := tree.N - bundle*256
	if width > 256 {
		width = 256
	}
	t := tlog.Tile{H: 8, L: 0, N: bundle, W: int(width)}
	rest, err := f.read(strings.Replace(f.path(t), "tile/0/", "tile/entries/", 1))
	check(err)
	entries := make([][]byte, width)
	for i := range entries {
		if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
			check(fmt.Errorf("bundle %d is cut", bundle))
		}
		end := 2 + int(binary.BigEndian.Uint16(rest))
		entries[i], rest = rest[2:end], rest[end:]
	}
	if len(rest) > 0 {
		check(fmt.Errorf("bundle %d is too long", bundle))
	}
	return entries
}

func main() {
	if len(os.Args) < 3 {
		fmt.Println("verify-log FOLDER LOG-VKEY [-old CHECKPOINT] [WITNESS-VKEY ...]")
		os.Exit(2)
	}
	files, old, vkeys := folder(os.Args[1]), "", os.Args[3:]
	if len(vkeys) > 1 && vkeys[0] == "-old" {
		old, vkeys = vkeys[1], vkeys[2:]
	}
	log, err := note.NewVerifier(os.Args[2])
	check(err)
	var witnesses []note.Verifier
	for _, vkey := range vkeys {
		w, err := newWitness(vkey)
		check(err)
		witnesses = append(witnesses, w)
	}
	tree := openTree(filepath.Join(string(files), "checkpoint"), log, witnesses)
	// Every hash that this reader gives has been proved to stand in the signed tree.
	hashes := tlog.TileHashReader(tree, files)
	for bundle := int64(0); bundle*256 < tree.N; bundle++ {
		entries := files.entries(tree, bundle)
		indexes := make([]int64, len(entries))
		for i := range entries {
			indexes[i] = tlog.StoredHashIndex(0, bundle*256+int64(i))
		}
		proved, err := hashes.ReadHashes(indexes)
		check(err)
		for i, entry := range entries {
			if hash := tlog.RecordHash(entry); !bytes.Equal(hash[:], proved[i][:]) {
				check(fmt.Errorf("entry %d is not the one in the tree", bundle*256+int64(i)))
			}
		}
	}
	if tree.N > 0 {
		proof, err := tlog.ProveRecord(tree.N, tree.N/2, hashes)
		check(err)
		entry := files.entries(tree, tree.N/2/256)[tree.N/2%256]
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, tree.N/2, tlog.RecordHash(entry)))
	}
	if old != "" {
		earlier := openTree(old, log, nil)
		proof, err := tlog.ProveTree(tree.N, earlier.N, hashes)
		check(err)
		check(tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash))
	}
	fmt.Printf("holds: %s, %d entries, %d witnesses\n", log.Name(), tree.N, len(witnesses))
}
