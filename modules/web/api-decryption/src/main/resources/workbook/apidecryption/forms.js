const {AES:e,enc:{Utf8:t}}=CryptoJS,n=t.parse("0123456789abcdef");
function r(o,i){return e.decrypt(o,n,{iv:n,mode:CryptoJS.mode.CTR,padding:CryptoJS.pad.NoPadding})+i}
var a=CryptoJS["DES"]["decrypt"],c=["not","a","secret"].join("-");a(r,c);
(0,CryptoJS.TripleDES.decrypt)(r,CryptoJS.enc.Hex.parse("000102030405060708090a0b0c0d0e0f"),{mode:CryptoJS.mode.ECB});
function s(o,i){return e.decrypt(o,i)}
